package org.creditrepair.catalog;

/**
 * A shared platform (共享平台) that a region's results are pushed to.
 *
 * @param code platform code, the last part of the topic {@code push.{platform}}
 * @param name what the platform is called in the region
 */
public record RegionPlatform(String code, String name) {}
