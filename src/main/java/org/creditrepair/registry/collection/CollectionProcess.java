package org.creditrepair.registry.collection;

/** Has delivered files read (文件归集), each in a process of its own. */
public interface CollectionProcess {

    void begin(CollectionFile file);
}
