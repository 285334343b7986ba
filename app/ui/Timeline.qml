import QtQuick

/** The incidents over time; a drag keeps a stretch of it, and so do the arrow keys. */
Rectangle {
    id: root

    required property Session session

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
            visible: line.brushed
            x: line.brushX
            width: Math.max(2, line.brushWidth)
            y: 0
            height: line.height - 24
            radius: 3
            color: Qt.alpha(root.palette.accent, 0.12)
            border.width: 1
            border.color: root.palette.accent
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
            cursorShape: line.hasTimes ? Qt.IBeamCursor : Qt.ArrowCursor
        }
        TapHandler {
            onTapped: line.clearBrush()
        }
        DragHandler {
            id: drag

            property bool moves: false
            property real brushStart: 0

            target: null
            dragThreshold: 3
            onActiveChanged: {
                if (!active)
                    return
                const pressed = drag.centroid.pressPosition.x
                moves = line.brushed && pressed > line.brushX && pressed < line.brushX + line.brushWidth
                brushStart = line.brushX
            }
            onCentroidChanged: {
                if (!active)
                    return
                if (moves)
                    line.dragBrush(brushStart, drag.centroid.position.x - drag.centroid.pressPosition.x)
                else
                    line.brush(drag.centroid.pressPosition.x, drag.centroid.position.x)
            }
        }
    }
}
