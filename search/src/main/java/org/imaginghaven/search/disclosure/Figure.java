package org.imaginghaven.search.disclosure;

/** A number as a viewer may see it. */
public sealed interface Figure {

    /** @param value the count; rounded and blurred when the figures are not exact */
    record Shown(long value) implements Figure {
        @Override
        public String text() {
            return String.format(java.util.Locale.UK, "%,d", value);
        }
    }

    /** Too small to show, or it would give away a small one; zero is not told from other small numbers. */
    record Hidden(int threshold) implements Figure {
        @Override
        public String text() {
            return "fewer than " + threshold;
        }
    }

    /** Would give away a small number beside it, though it is not small itself. */
    record Withheld() implements Figure {
        @Override
        public String text() {
            return "withheld";
        }
    }

    /** For people. */
    String text();
}
