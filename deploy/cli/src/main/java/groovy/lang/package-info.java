/** Only {@link groovy.lang.Closure}, for picocli. */
@org.jspecify.annotations.NullMarked
package groovy.lang;
