package org.imaginghaven.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class KeyTest {

    @Test
    void randomKeysCarryTheirKindAndNothingElse() {
        for (Key.Kind kind : Key.Kind.values()) {
            Key key = Key.random(kind);
            assertThat(key.is(kind)).isTrue();
            assertThat(key).isNotEqualTo(Key.random(kind)).isEqualTo(new Key(key.value()));
        }
    }

    @Test
    void noTwoKindsShareAPrefix() {
        assertThat(Arrays.stream(Key.Kind.values()).map(Key.Kind::prefix).collect(Collectors.toSet()))
                .hasSameSizeAs(Key.Kind.values());
    }

    @Test
    void textThatIsNoKeyIsRefusedWithoutBeingRepeated() {
        assertThatThrownBy(() -> new Key("MRN 4857773456")).isInstanceOf(Key.Malformed.class)
                .hasMessage("not a key: 14 characters");
    }
}
