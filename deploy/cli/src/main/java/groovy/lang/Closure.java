package groovy.lang;

/**
 * Stands in for Groovy's class of this name, which is never used here: picocli looks for it at every start, and to find that
 * a class is not there every library must be opened.
 */
public abstract class Closure {

    private Closure() {
    }
}
