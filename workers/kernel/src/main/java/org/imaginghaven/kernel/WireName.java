package org.imaginghaven.kernel;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How an enum constant is written outside Java: {@code APPROVE_WITH_CONDITIONS} is {@code approve-with-conditions}. */
public final class WireName {

    private WireName() {
    }

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant that is written so, or empty. */
    public static <E extends Enum<E>> Optional<E> find(Class<E> type, String name) {
        return Stream.of(type.getEnumConstants()).filter(constant -> of(constant).equals(name)).findFirst();
    }

    /** @throws IllegalArgumentException when there is none; the message names the type, never the text */
    public static <E extends Enum<E>> E parse(Class<E> type, String name) {
        return find(type, name)
                .orElseThrow(() -> new IllegalArgumentException("not a " + type.getSimpleName() + " that is known"));
    }
}
