package org.creditrepair.paper.press;

/** Lengths: PDF counts in points, 72 to the inch, OFD in millimetres. */
public final class Millimetres {

    private static final double OF_INCH = 25.4;
    private static final double POINTS_OF_INCH = 72;

    private Millimetres() {}

    public static double points(double millimetres) {
        return millimetres / OF_INCH * POINTS_OF_INCH;
    }

    public static double of(double points) {
        return points * OF_INCH / POINTS_OF_INCH;
    }
}
