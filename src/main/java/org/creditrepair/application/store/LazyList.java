package org.creditrepair.application.store;

import java.util.AbstractList;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.util.function.SingletonSupplier;

/** A list that is read once it is looked at, and cannot be changed. */
final class LazyList<E> extends AbstractList<E> {

    private final Supplier<List<E>> read;

    LazyList(Supplier<List<E>> read) {
        this.read = SingletonSupplier.of(read);
    }

    @Override
    public E get(int index) {
        return read.get().get(index);
    }

    @Override
    public int size() {
        return read.get().size();
    }
}
