package org.imaginghaven.search.disclosure;

/** No more new questions today. */
public final class BudgetSpent extends Exception {

    private static final long serialVersionUID = 1L;

    BudgetSpent(String message) {
        super(message);
    }

    static BudgetSpent ofPerson(int answers) {
        return new BudgetSpent("You have been told about " + answers + " different groups of patients in the last day, "
                + "which is the most one person may be. Questions asked before can be asked again; new ones tomorrow.");
    }

    static BudgetSpent ofEverybody(int answers) {
        return new BudgetSpent(
                "All users together have been told about " + answers + " different groups of patients in "
                        + "the last day, which is the most that is allowed. New questions can be asked tomorrow.");
    }
}
