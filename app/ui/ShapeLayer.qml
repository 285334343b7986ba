pragma ComponentBehavior: Bound

import QtLocation
import QtQuick
import QtQuick.Shapes

/** The edge of the area that the filter keeps, and drawing one: a corner with each click or, in the middle, with Space. */
Item {
    id: root

    required property Session session
    required property Map map
    readonly property ShapeDrawing shape: root.session.filters.shape
    readonly property bool drawing: root.shape.active
    property bool keyed: false
    readonly property list<point> drawn: root.shape.drawn
    readonly property bool pointed: root.drawing && pointer.hovered && !root.keyed
    // Where the next corner would come.
    readonly property point next: root.pointed ? pointer.point.position : Qt.point(root.width / 2, root.height / 2)

    function take(): void {
        root.forceActiveFocus(Qt.OtherFocusReason)
    }
    function pan(right: int, down: int): void {
        root.keyed = true
        root.map.pan(right, down)
    }

    component Line: MapLine {
        strokeColor: root.palette.accent
    }
    component Casing: Line {
        strokeColor: Qt.alpha(root.palette.window, 0.75)
        strokeWidth: 4
    }

    objectName: "shapeLayer"
    Accessible.role: Accessible.Graphic
    Accessible.ignored: !root.drawing
    Accessible.name: qsTr("Drawing a shape. Corners: %1. %2").arg(root.shape.count).arg(root.shape.hint)
    onDrawingChanged: {
        if (root.drawing) {
            root.keyed = false
            Qt.callLater(root.take) // After the menu that it was chosen from has given the keyboard back.
        } else if (root.activeFocus) {
            root.map.forceActiveFocus(Qt.OtherFocusReason)
        }
    }
    Keys.onLeftPressed: root.pan(-64, 0)
    Keys.onRightPressed: root.pan(64, 0)
    Keys.onUpPressed: root.pan(0, -64)
    Keys.onDownPressed: root.pan(0, 64)
    Keys.onReturnPressed: root.shape.close()
    Keys.onEnterPressed: root.shape.close()
    Keys.onSpacePressed: {
        root.keyed = true
        root.shape.addMiddle()
    }
    Keys.onPressed: event => {
        if (event.key === Qt.Key_Backspace) {
            root.shape.takeBack()
            event.accepted = true
        }
    }

    Shape {
        anchors.fill: parent
        preferredRendererType: Shape.CurveRenderer

        Casing {
            points: root.shape.kept
        }
        Line {
            points: root.shape.kept
        }
    }
    Shape {
        visible: root.drawing
        anchors.fill: parent
        preferredRendererType: Shape.CurveRenderer

        Casing {
            points: root.drawn
        }
        Line {
            points: root.drawn
        }
        Line {
            // What the next corner would add, back to the first one.
            points: root.drawn.length > 0 ? [root.drawn[root.drawn.length - 1], root.next, root.drawn[0]] : []
            strokeColor: Qt.alpha(root.palette.accent, 0.55)
            strokeWidth: 1
        }
    }
    Repeater {
        model: root.drawing ? root.drawn : []
        delegate: Rectangle {
            required property point modelData

            x: modelData.x - 4
            y: modelData.y - 4
            width: 8
            height: 8
            radius: 4
            color: root.palette.accent
            border.width: 1.5
            border.color: root.palette.window
        }
    }
    Repeater {
        // Where Space sets a corner.
        model: root.drawing && !root.pointed ? [Qt.size(18, 2), Qt.size(2, 18)] : []
        delegate: Rectangle {
            required property size modelData

            anchors.centerIn: parent
            width: modelData.width
            height: modelData.height
            color: root.palette.accent
        }
    }

    TapHandler {
        enabled: root.drawing
        onSingleTapped: point => {
            root.keyed = false
            root.take()
            const place = root.map.toCoordinate(point.position, false)
            root.shape.add(place.longitude, place.latitude)
        }
        onDoubleTapped: root.shape.close()
    }
    HoverHandler {
        id: pointer

        enabled: root.drawing
        cursorShape: Qt.CrossCursor
    }
    Rectangle {
        visible: root.drawing
        objectName: "shapeHint"
        anchors.top: parent.top
        anchors.topMargin: 56
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(hint.implicitWidth + 32, root.width - 120)
        height: 36
        radius: 18
        color: root.palette.accent

        Words {
            id: hint

            anchors.fill: parent
            anchors.leftMargin: 16
            anchors.rightMargin: 16
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
            text: root.shape.hint
            elide: Text.ElideRight
            color: root.palette.brightText
        }
    }
}
