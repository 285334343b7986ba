pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

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

    TimePlayer {
        id: player

        timeline: line
    }
    RowLayout {
        id: head

        x: 10
        width: parent.width - 26
        height: 36
        spacing: 6

        IconButton {
            objectName: "play"
            implicitWidth: 28
            implicitHeight: 26
            enabled: line.hasTimes
            name: player.playing ? qsTr("Stop playing") : qsTr("Play over time")
            icon.source: player.playing ? "qrc:/qt/qml/Dateline/Ui/icons/pause.svg"
                                        : "qrc:/qt/qml/Dateline/Ui/icons/play.svg"
            onClicked: player.toggle()
        }
        MenuChip {
            id: way

            objectName: "playing"
            visible: player.playing || line.brushed && head.width > 560
            name: qsTr("How to play")
            choices: [qsTr("Moving"), qsTr("Growing")]
            current: player.cumulative ? 1 : 0
            text: choices[current]
            onChosen: index => player.cumulative = index === 1
        }
        MenuChip {
            id: pace

            readonly property list<int> speeds: [1, 2, 5]

            objectName: "pace"
            visible: way.visible
            name: qsTr("How fast to play")
            choices: pace.speeds.map(speed => qsTr("× %1").arg(speed))
            current: Math.max(0, pace.speeds.indexOf(player.speed))
            text: choices[current]
            onChosen: index => player.speed = pace.speeds[index]
        }
        Words {
            text: line.rangeText
            muted: !line.brushed
            font.pixelSize: 12
            elide: Text.ElideRight
            Layout.fillWidth: true
        }
        PushButton {
            visible: line.brushed
            implicitHeight: 24
            quiet: true
            font.pixelSize: 12
            text: way.visible ? qsTr("All times") : qsTr("Show all times")
            onClicked: line.clearBrush()
        }
        PushButton {
            visible: line.zoomed
            implicitHeight: 24
            quiet: true
            font.pixelSize: 12
            text: qsTr("Zoom out")
            onClicked: line.showWhole()
        }
        Words {
            text: qsTr("Drag to keep a stretch, scroll to zoom")
            muted: true
            font.pixelSize: 12
            visible: pointer.hovered && line.hasTimes && !line.brushed && !line.zoomed && head.width > 560
        }
        Words {
            text: line.undatedText
            muted: true
            font.pixelSize: 12
            visible: text.length > 0
        }
        MenuChip {
            objectName: "clock"
            name: qsTr("Clock")
            choices: [qsTr("When it happened"), qsTr("When it was first reported")]
            current: line.byReport ? 1 : 0
            text: choices[current]
            onChosen: index => line.byReport = index === 1
        }
    }

    TimelineItem {
        id: line

        objectName: "timeline"
        anchors.fill: parent
        anchors.leftMargin: 16
        anchors.rightMargin: 16
        anchors.topMargin: 36
        anchors.bottomMargin: 4
        clip: true
        incidents: root.session.incidents
        selection: root.session.selection
        look: root.session.look
        activeFocusOnTab: true
        Accessible.role: Accessible.Slider
        Accessible.name: qsTr("Timeline, %1").arg(line.rangeText)
        Keys.onLeftPressed: event => event.modifiers & Qt.ShiftModifier ? line.moveBrushEnd(-1) : line.moveBrush(-1)
        Keys.onRightPressed: event => event.modifiers & Qt.ShiftModifier ? line.moveBrushEnd(1) : line.moveBrush(1)
        Keys.onEscapePressed: line.clearBrush()
        Keys.onPressed: event => {
            if (event.key === Qt.Key_Plus || event.key === Qt.Key_Equal)
                line.zoom(0.5, line.width / 2)
            else if (event.key === Qt.Key_Minus)
                line.zoom(2, line.width / 2)
            else if (event.key === Qt.Key_PageUp)
                line.pan(-line.width / 2)
            else if (event.key === Qt.Key_PageDown)
                line.pan(line.width / 2)
            else if (event.key === Qt.Key_Space)
                player.toggle()
            else
                return
            event.accepted = true
        }

        component Outside: Rectangle {
            visible: line.brushed
            height: line.height - 24
            color: Qt.alpha(root.palette.window, 0.65)
        }

        Outside {
            width: Math.max(0, Math.min(line.width, frame.x))
        }
        Outside {
            x: Math.max(0, frame.end)
            width: Math.max(0, line.width - x)
        }
        Rectangle {
            id: frame

            readonly property real end: x + width

            visible: line.hasTimes && end > 0 && x < line.width
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
        WheelHandler {
            id: wheel

            acceptedDevices: PointerDevice.Mouse | PointerDevice.TouchPad
            acceptedModifiers: Qt.NoModifier
            onWheel: event => {
                if (Math.abs(event.angleDelta.x) > Math.abs(event.angleDelta.y))
                    line.pan(-event.angleDelta.x / 2)
                else
                    line.zoom(Math.pow(0.8, event.angleDelta.y / 120), wheel.point.position.x)
            }
        }
        WheelHandler {
            acceptedDevices: PointerDevice.Mouse | PointerDevice.TouchPad
            acceptedModifiers: Qt.ShiftModifier
            onWheel: event => line.pan(-(event.angleDelta.y + event.angleDelta.x) / 2)
        }
        DragHandler {
            target: null
            acceptedButtons: Qt.MiddleButton | Qt.RightButton
            onTranslationChanged: delta => line.pan(-delta.x)
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
