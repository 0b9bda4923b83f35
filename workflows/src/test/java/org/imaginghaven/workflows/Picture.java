package org.imaginghaven.workflows;

import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.BaseElement;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.SubProcess;
import io.camunda.zeebe.model.bpmn.instance.bpmndi.BpmnEdge;
import io.camunda.zeebe.model.bpmn.instance.bpmndi.BpmnLabel;
import io.camunda.zeebe.model.bpmn.instance.bpmndi.BpmnShape;
import io.camunda.zeebe.model.bpmn.instance.dc.Bounds;
import io.camunda.zeebe.model.bpmn.instance.di.Waypoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Draws a process as SVG from its diagram data, for the README. No library that draws BPMN runs on the JVM alone; this
 * draws only what the shipped models use.
 */
final class Picture {

    private static final String STYLE = """
            <style>
            text{font:11px sans-serif;fill:#1f2430}
            .task{fill:#fff;stroke:#1f2430;stroke-width:1.5}
            .identifiable{fill:#fde2dd}.gate{fill:#fdf0cf}.governance{fill:#dfe9fb}.project{fill:#dff3e3}.person{fill:#fff}
            .scope{fill:none;stroke:#1f2430;stroke-width:1.2}.event-scope{stroke-dasharray:2 3}
            .event{fill:#fff;stroke:#1f2430;stroke-width:1.5}.end{stroke-width:3.5}.dashed{stroke-dasharray:3 2}
            .gateway{fill:#fff;stroke:#1f2430;stroke-width:1.5}
            .mark{fill:none;stroke:#1f2430;stroke-width:1.4}
            .flow{fill:none;stroke:#1f2430;stroke-width:1.3}
            </style>
            """;
    private static final String ARROW = """
            <defs><marker id="arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto">\
            <path d="M0 1L9 5L0 9z" fill="#1f2430"/></marker></defs>
            """;

    private final BpmnModelInstance model;
    private final StringBuilder svg = new StringBuilder();

    private Picture(BpmnModelInstance model) {
        this.model = model;
    }

    static String of(String processId) {
        BpmnModelInstance model = Bpmns.of(processId);
        return new Picture(model).draw(model.getModelElementById(processId));
    }

    private String draw(Process process) {
        double[] box = extent();
        svg.append(format(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"%s %s %s %s\" width=\"%s\" height=\"%s\" "
                        + "role=\"img\" aria-labelledby=\"title text\">\n",
                box[0], box[1], box[2], box[3], box[2], box[3]));
        svg.append("<title id=\"title\">").append(escape(process.getName())).append("</title>\n<desc id=\"text\">")
                .append(escape(process.getDocumentations().iterator().next().getTextContent())).append("</desc>\n")
                .append(STYLE).append(ARROW);
        svg.append(
                format("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"#fff\"/>\n", box[0], box[1], box[2],
                        box[3]));
        model.getModelElementsByType(SubProcess.class).forEach(this::node);
        model.getModelElementsByType(SequenceFlow.class).forEach(this::flow);
        model.getModelElementsByType(FlowNode.class).stream().filter(node -> !(node instanceof SubProcess))
                .sorted((a, b) -> Boolean.compare(Shape.onBorder(a), Shape.onBorder(b))).forEach(this::node);
        legend(box[0] + 15, box[1] + box[3] - 20);
        return svg.append("</svg>\n").toString();
    }

    private void node(FlowNode node) {
        BpmnShape shape = (BpmnShape) node.getDiagramElement();
        svg.append(Shape.of(node, shape.getBounds()));
        BpmnLabel label = shape.getBpmnLabel();
        if (label != null && node.getName() != null) {
            text(node.getName(), label.getBounds());
        }
    }

    private void flow(SequenceFlow flow) {
        BpmnEdge edge = flow.getDiagramElement();
        List<String> points = new ArrayList<>();
        for (Waypoint point : edge.getWaypoints()) {
            points.add(format("%s,%s", point.getX(), point.getY()));
        }
        svg.append("<polyline class=\"flow\" marker-end=\"url(#arrow)\" points=\"").append(String.join(" ", points))
                .append("\"/>\n");
        if (flow.getName() != null && edge.getBpmnLabel() != null) {
            text(flow.getName(), edge.getBpmnLabel().getBounds());
        }
    }

    private void legend(double left, double top) {
        double x = left;
        for (String zone : List.of("identifiable", "gate", "governance", "project")) {
            svg.append(format("<rect class=\"task %s\" x=\"%s\" y=\"%s\" width=\"12\" height=\"12\"/>"
                    + "<text x=\"%s\" y=\"%s\">%s</text>\n", zone, x, top, x + 17, top + 10, zone));
            x += 95;
        }
        svg.append(format("<rect class=\"task person\" x=\"%s\" y=\"%s\" width=\"12\" height=\"12\"/>"
                + "<text x=\"%s\" y=\"%s\">a person</text>\n", x, top, x + 17, top + 10));
    }

    private void text(String text, Bounds box) {
        svg.append(Text.lines(text, box.getWidth(), box.getX() + box.getWidth() / 2, box.getY() + 10));
    }

    private double[] extent() {
        double left = Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double right = 0;
        double bottom = 0;
        List<Bounds> boxes = new ArrayList<>();
        for (BaseElement element : model.getModelElementsByType(FlowNode.class)) {
            BpmnShape shape = (BpmnShape) ((FlowNode) element).getDiagramElement();
            boxes.add(shape.getBounds());
            if (shape.getBpmnLabel() != null) {
                boxes.add(shape.getBpmnLabel().getBounds());
            }
        }
        for (Bounds box : boxes) {
            left = Math.min(left, box.getX());
            top = Math.min(top, box.getY());
            right = Math.max(right, box.getX() + box.getWidth());
            bottom = Math.max(bottom, box.getY() + box.getHeight());
        }
        for (Waypoint point : model.getModelElementsByType(Waypoint.class)) {
            top = Math.min(top, point.getY());
            bottom = Math.max(bottom, point.getY());
        }
        return new double[]{left - 15, top - 15, Math.max(right - left, 460) + 30, bottom - top + 62};
    }

    static String format(String pattern, Object... values) {
        Object[] texts = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            texts[i] = values[i] instanceof Double number ? String.format(Locale.ROOT, "%.0f", number) : values[i];
        }
        return String.format(Locale.ROOT, pattern, texts);
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
