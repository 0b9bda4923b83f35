package org.imaginghaven.cli;

import java.util.concurrent.Callable;

import org.imaginghaven.nlp.TextDetectors;
import org.imaginghaven.nlp.lines.RedactTask;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code haven redact-text}: finds and replaces what identifies people in texts. */
@Command(name = "redact-text", mixinStandardHelpOptions = true, description = {
        "Replaces what identifies people in texts.",
        "Reads JSON lines {\"id\",\"text\",\"known\":{\"names\":[],\"ids\":[],\"dates\":[]}} (known may be missing),",
        "writes JSON lines {\"id\",\"text\",\"findings\":[{\"start\",\"end\",\"kind\",\"rule\",\"confidence\"}]};",
        "start and end count UTF-16 units of the text that came in."})
final class RedactText implements Callable<Integer> {

    @Mixin
    private TextLines lines = new TextLines();

    @Override
    public Integer call() throws Exception {
        return lines.run(new RedactTask(TextDetectors.standard()));
    }
}
