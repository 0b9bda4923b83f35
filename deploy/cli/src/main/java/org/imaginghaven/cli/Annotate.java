package org.imaginghaven.cli;

import java.util.concurrent.Callable;

import org.imaginghaven.nlp.lines.AnnotateTask;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code haven annotate}: what reports say, of given phrases and of the lexicon's concepts. */
@Command(name = "annotate", mixinStandardHelpOptions = true, description = {
        "Says how reports stand to findings: present, absent or uncertain; current, past or hypothetical; the patient's or another's.",
        "Reads JSON lines {\"id\",\"text\",\"targets\":[\"pneumonia\"]} (targets may be missing),",
        "writes JSON lines {\"id\",\"targets\":[{\"text\",\"assertion\",\"time\",\"experiencer\"}],\"concepts\":[…]};",
        "a target that the text does not name has assertion null."})
final class Annotate implements Callable<Integer> {

    @Mixin
    private TextLines lines = new TextLines();

    @Override
    public Integer call() throws Exception {
        return lines.run(AnnotateTask.standard());
    }
}
