package org.creditrepair.paper;

/** Lengths: PDF counts in points, 72 to the inch, OFD in millimetres. */
final class Millimetres {

    private static final double OF_INCH = 25.4;
    private static final double POINTS_OF_INCH = 72;

    private Millimetres() {}

    static double points(double millimetres) {
        return millimetres / OF_INCH * POINTS_OF_INCH;
    }

    static double of(double points) {
        return points * OF_INCH / POINTS_OF_INCH;
    }
}
