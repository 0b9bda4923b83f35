package org.imaginghaven.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.bpmndi.BpmnShape;
import io.camunda.zeebe.model.bpmn.instance.dc.Bounds;
import io.camunda.zeebe.model.bpmn.instance.di.Waypoint;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The diagrams can be read: everything is drawn, nothing lies on top of something else, every arrow starts and ends at its shapes. */
class DiagramTest {

    static Stream<String> processes() {
        return Bpmns.all().keySet().stream();
    }

    static Stream<Path> files() {
        return Models.deployable().stream().filter(file -> !file.toString().endsWith(".form"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyIdIsUnique(Path file) {
        List<String> ids = Pattern.compile("\\sid=\"([^\"]+)\"").matcher(Models.text(file)).results()
                .map(MatchResult::group).toList();
        assertThat(ids).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everythingIsDrawn(String process) {
        BpmnModelInstance model = Bpmns.of(process);
        for (FlowNode node : model.getModelElementsByType(FlowNode.class)) {
            assertThat(node.getDiagramElement()).as(node.getId()).isInstanceOf(BpmnShape.class);
        }
        for (SequenceFlow flow : model.getModelElementsByType(SequenceFlow.class)) {
            assertThat(flow.getDiagramElement()).as(flow.getId()).isNotNull();
            assertThat(flow.getDiagramElement().getWaypoints()).as(flow.getId()).hasSizeGreaterThan(1);
        }
    }

    @ParameterizedTest
    @MethodSource("processes")
    void noTwoShapesOverlap(String process) {
        List<FlowNode> nodes = new ArrayList<>(Bpmns.of(process).getModelElementsByType(FlowNode.class));
        nodes.removeIf(BoundaryEvent.class::isInstance);
        for (FlowNode one : nodes) {
            for (FlowNode other : nodes) {
                if (one != other && one.getParentElement().equals(other.getParentElement())) {
                    assertThat(overlap(bounds(one), bounds(other))).as("%s on %s", one.getId(), other.getId())
                            .isFalse();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everyArrowStartsAndEndsAtItsShapes(String process) {
        for (SequenceFlow flow : Bpmns.of(process).getModelElementsByType(SequenceFlow.class)) {
            List<Waypoint> points = List.copyOf(flow.getDiagramElement().getWaypoints());
            assertThat(touches(bounds(flow.getSource()), points.getFirst())).as("start of %s", flow.getId()).isTrue();
            assertThat(touches(bounds(flow.getTarget()), points.getLast())).as("end of %s", flow.getId()).isTrue();
            for (int i = 1; i < points.size(); i++) {
                Waypoint from = points.get(i - 1);
                Waypoint to = points.get(i);
                assertThat(from.getX().equals(to.getX()) || from.getY().equals(to.getY()))
                        .as("right angles of %s", flow.getId())
                        .isTrue();
            }
        }
    }

    private static Bounds bounds(FlowNode node) {
        return ((BpmnShape) node.getDiagramElement()).getBounds();
    }

    private static boolean overlap(Bounds a, Bounds b) {
        return a.getX() < b.getX() + b.getWidth() && b.getX() < a.getX() + a.getWidth()
                && a.getY() < b.getY() + b.getHeight() && b.getY() < a.getY() + a.getHeight();
    }

    private static boolean touches(Bounds shape, Waypoint point) {
        double dx = Math.max(Math.max(shape.getX() - point.getX(), point.getX() - shape.getX() - shape.getWidth()), 0);
        double dy = Math.max(Math.max(shape.getY() - point.getY(), point.getY() - shape.getY() - shape.getHeight()), 0);
        return dx <= 1 && dy <= 1;
    }
}
