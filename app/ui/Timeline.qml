pragma ComponentBehavior: Bound

import QtQuick

/** The incidents over time; a drag keeps a stretch of it, its grips and the arrow keys move it. */
Rectangle {
    id: root

    required property Session session

    /** -1 where a drag moves the begin of the stretch, 1 where it moves the end, else 0. */
    function gripAt(x: real): int {
        const reach = Math.min(8, frame.width / 3)
        return Math.abs(x - frame.x) <= reach ? -1 : Math.abs(x - frame.end) <= reach ? 1 : 0
    }

    component Grip: Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        width: 6
        height: 20
        radius: 3
        color: root.palette.base
        border.width: 1
        border.color: root.palette.accent
    }

    color: root.palette.window

    Words {
        id: range

        x: 16
        y: 10
        text: line.rangeText
        muted: !line.brushed
        font.pixelSize: 12
    }
    Row {
        anchors.right: parent.right
        anchors.rightMargin: 16
        anchors.top: range.top
        spacing: 16

        Words {
            text: qsTr("Drag to keep a stretch of time")
            muted: true
            font.pixelSize: 12
            visible: pointer.hovered && line.hasTimes && !line.brushed
        }
        Words {
            text: line.undatedText
            muted: true
            font.pixelSize: 12
            visible: text.length > 0
        }
        Words {
            text: qsTr("When it happened")
            muted: true
            font.pixelSize: 12
        }
    }
    PushButton {
        visible: line.brushed
        anchors.left: range.right
        anchors.leftMargin: 8
        anchors.verticalCenter: range.verticalCenter
        implicitHeight: 24
        quiet: true
        font.pixelSize: 12
        text: qsTr("Show all times")
        onClicked: line.clearBrush()
    }

    TimelineItem {
        id: line

        objectName: "timeline"
        anchors.fill: parent
        anchors.leftMargin: 16
        anchors.rightMargin: 16
        anchors.topMargin: 30
        anchors.bottomMargin: 4
        incidents: root.session.incidents
        selection: root.session.selection
        look: root.session.look
        activeFocusOnTab: true
        Accessible.role: Accessible.Slider
        Accessible.name: qsTr("Timeline, %1").arg(line.rangeText)
        Keys.onLeftPressed: event => event.modifiers & Qt.ShiftModifier ? line.moveBrushEnd(-1) : line.moveBrush(-1)
        Keys.onRightPressed: event => event.modifiers & Qt.ShiftModifier ? line.moveBrushEnd(1) : line.moveBrush(1)
        Keys.onEscapePressed: line.clearBrush()

        Rectangle {
            id: frame

            readonly property real end: x + width

            visible: line.hasTimes
            x: line.brushed ? line.brushX : 0
            width: line.brushed ? Math.max(2, line.brushWidth) : line.width
            y: 0
            height: line.height - 24
            radius: 3
            color: Qt.alpha(root.palette.accent, line.brushed ? 0.12 : 0.04)
            border.width: 1
            border.color: Qt.alpha(root.palette.accent, line.brushed ? 1 : 0.3)

            Grip {
                anchors.horizontalCenter: parent.left
            }
            Grip {
                anchors.horizontalCenter: parent.right
            }
        }
        Words {
            visible: !line.hasTimes
            anchors.centerIn: parent
            text: qsTr("Incidents with a time appear here")
            muted: true
        }
        Rectangle {
            visible: line.activeFocus
            anchors.fill: parent
            anchors.margins: -4
            radius: 6
            color: "transparent"
            border.width: 2
            border.color: root.palette.accent
        }
        HoverHandler {
            id: pointer

            cursorShape: !line.hasTimes ? Qt.ArrowCursor
                                        : root.gripAt(point.position.x) ? Qt.SizeHorCursor : Qt.IBeamCursor
        }
        TapHandler {
            onTapped: line.clearBrush()
        }
        DragHandler {
            id: drag

            property bool moves: false
            property real brushStart: 0
            property real anchor: 0

            target: null
            dragThreshold: 3
            onActiveChanged: {
                if (!active)
                    return
                const pressed = drag.centroid.pressPosition.x
                const grip = root.gripAt(pressed)
                moves = grip === 0 && line.brushed && pressed > frame.x && pressed < frame.end
                brushStart = frame.x
                anchor = grip < 0 ? frame.end : grip > 0 ? frame.x : pressed
            }
            onCentroidChanged: {
                if (!active)
                    return
                if (moves)
                    line.dragBrush(brushStart, drag.centroid.position.x - drag.centroid.pressPosition.x)
                else
                    line.brush(anchor, drag.centroid.position.x)
            }
        }
    }
}
