package org.imaginghaven.workflows;

import static org.imaginghaven.workflows.Picture.format;

import io.camunda.zeebe.model.bpmn.instance.Activity;
import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.BusinessRuleTask;
import io.camunda.zeebe.model.bpmn.instance.CallActivity;
import io.camunda.zeebe.model.bpmn.instance.CatchEvent;
import io.camunda.zeebe.model.bpmn.instance.EndEvent;
import io.camunda.zeebe.model.bpmn.instance.ErrorEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.Event;
import io.camunda.zeebe.model.bpmn.instance.EventBasedGateway;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.Gateway;
import io.camunda.zeebe.model.bpmn.instance.MessageEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.ScriptTask;
import io.camunda.zeebe.model.bpmn.instance.ServiceTask;
import io.camunda.zeebe.model.bpmn.instance.StartEvent;
import io.camunda.zeebe.model.bpmn.instance.SubProcess;
import io.camunda.zeebe.model.bpmn.instance.TimerEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.UserTask;
import io.camunda.zeebe.model.bpmn.instance.dc.Bounds;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;

/** One shape of a picture. Tasks are coloured by the zone whose worker does them. */
final class Shape {

    private Shape() {
    }

    static boolean onBorder(FlowNode node) {
        return node instanceof BoundaryEvent;
    }

    static String of(FlowNode node, Bounds box) {
        return switch (node) {
            case SubProcess scope -> scope(scope, box);
            case Activity task -> task(task, box);
            case Gateway gateway -> gateway(gateway, box);
            case Event event -> event(event, box);
            default -> throw new IllegalArgumentException("no drawing for " + node.getElementType().getTypeName());
        };
    }

    private static String scope(SubProcess scope, Bounds box) {
        double middle = box.getX() + box.getWidth() / 2;
        String mark = scope.triggeredByEvent() ? "" : bars(middle, box.getY() + box.getHeight() - 14);
        return rectangle(box, scope.triggeredByEvent() ? "scope event-scope" : "scope")
                + Text.lines(scope.getName(), box.getWidth(), middle, box.getY() + 18) + mark;
    }

    private static String bars(double x, double y) {
        return format("<path class=\"mark\" d=\"M%s %sv10m4 -10v10m4 -10v10\"/>\n", x - 4, y);
    }

    private static String task(Activity task, Bounds box) {
        double x = box.getX();
        double y = box.getY();
        String icon = switch (task) {
            case UserTask _ ->
                format("<path class=\"mark\" d=\"M%s %sm-7 8a7 7 0 0 1 14 0zm7 -8a4 4 0 1 1 .1 0\"/>\n", x + 13,
                        y + 13);
            case ServiceTask _ -> format(
                    "<circle class=\"mark\" cx=\"%s\" cy=\"%s\" r=\"5\" stroke-dasharray=\"2 1.9\" "
                            + "stroke-width=\"3\"/><circle class=\"mark\" cx=\"%s\" cy=\"%s\" r=\"3\"/>\n",
                    x + 13, y + 13, x + 13,
                    y + 13);
            case BusinessRuleTask _ -> format("<path class=\"mark\" d=\"M%s %sh14v10h-14zm0 4h14m-9 -4v10\"/>\n", x + 6,
                    y + 7);
            case ScriptTask _ -> format("<path class=\"mark\" d=\"M%s %sh9m-9 4h9m-9 4h9\"/>\n", x + 7, y + 8);
            case CallActivity _ -> format("<path class=\"mark\" d=\"M%s %sh12v12h-12zm6 2v8m-4 -4h8\"/>\n",
                    x + box.getWidth() / 2 - 6, y + box.getHeight() - 15);
            default -> throw new IllegalArgumentException("no drawing for " + task.getElementType().getTypeName());
        };
        String thick = task instanceof CallActivity ? "\" style=\"stroke-width:4" : "";
        return rectangle(box, "task " + zone(task) + thick) + icon + Text.centred(task.getName(), box.getWidth() - 12,
                x + box.getWidth() / 2, y + box.getHeight() / 2);
    }

    private static String zone(Activity task) {
        var job = JobContract.extension(task, ZeebeTaskDefinition.class);
        if (job != null) {
            return job.getType().split(":")[0];
        }
        return task instanceof UserTask ? "person" : "governance";
    }

    private static String rectangle(Bounds box, String style) {
        return format("<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"10\"/>\n", style,
                box.getX(),
                box.getY(), box.getWidth(), box.getHeight());
    }

    private static String gateway(Gateway gateway, Bounds box) {
        double cx = box.getX() + box.getWidth() / 2;
        double cy = box.getY() + box.getHeight() / 2;
        String mark = gateway instanceof EventBasedGateway
                ? format("<circle class=\"mark\" cx=\"%s\" cy=\"%s\" r=\"13\"/><path class=\"mark\" "
                        + "d=\"M%s %sm0 -7l7 5l-3 8h-8l-3 -8z\"/>\n", cx, cy, cx, cy)
                : format("<path class=\"mark\" stroke-width=\"3\" d=\"M%s %sm-7 -8l14 16m0 -16l-14 16\"/>\n", cx, cy);
        return format("<path class=\"gateway\" d=\"M%s %sl25 25l-25 25l-25 -25z\"/>\n", cx, box.getY()) + mark;
    }

    private static String event(Event event, Bounds box) {
        double cx = box.getX() + 18;
        double cy = box.getY() + 18;
        boolean goesOn = event instanceof BoundaryEvent boundary && !boundary.cancelActivity();
        String style = "event" + (event instanceof EndEvent ? " end" : "") + (goesOn ? " dashed" : "");
        String ring = format("<circle class=\"%s\" cx=\"%s\" cy=\"%s\" r=\"18\"/>\n", style, cx, cy);
        boolean between = event instanceof CatchEvent && !(event instanceof StartEvent);
        if (between) {
            ring += format("<circle class=\"%s\" cx=\"%s\" cy=\"%s\" r=\"14\"/>\n", style, cx, cy);
        }
        return ring + (event instanceof CatchEvent caught ? mark(caught, cx, cy) : "");
    }

    private static String mark(CatchEvent event, double cx, double cy) {
        if (event.getEventDefinitions().isEmpty()) {
            return "";
        }
        return switch (event.getEventDefinitions().iterator().next()) {
            case TimerEventDefinition _ ->
                format("<circle class=\"mark\" cx=\"%s\" cy=\"%s\" r=\"10\"/><path class=\"mark\" "
                        + "d=\"M%s %sm0 -7v7l5 2\"/>\n", cx, cy, cx, cy);
            case MessageEventDefinition _ ->
                format("<path class=\"mark\" d=\"M%s %sm-9 -6h18v12h-18zl9 7l9 -7\"/>\n", cx,
                        cy);
            case ErrorEventDefinition _ ->
                format("<path class=\"mark\" d=\"M%s %sm-8 7l5 -13l6 8l5 -9l-5 13l-6 -8z\"/>\n", cx,
                        cy);
            default -> throw new IllegalArgumentException("no drawing for the event " + event.getId());
        };
    }
}
