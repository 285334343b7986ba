pragma ComponentBehavior: Bound

import QtLocation
import QtQuick
import QtQuick.Shapes

/** Measuring on the map: a point with each click or, in the middle, with Space; every leg tells its length. */
Item {
    id: root

    required property Session session
    required property Map map
    readonly property Measuring measuring: root.session.measuring
    readonly property bool drawing: root.measuring.drawing
    property bool keyed: false
    // Between the choice of views and the zoom buttons or, on a narrow map, below those on its left.
    readonly property bool narrow: root.width < 620
    readonly property bool pointed: root.drawing && pointer.hovered && !root.keyed

    function take(): void {
        root.forceActiveFocus(Qt.OtherFocusReason)
    }
    function pan(right: int, down: int): void {
        root.keyed = true
        root.map.pan(right, down)
        root.follow()
    }
    /** The next point would come where the pointer is or, by keys, in the middle. */
    function follow(): void {
        if (!root.drawing)
            return
        const at = root.pointed ? pointer.point.position : Qt.point(root.width / 2, root.height / 2)
        const place = root.map.toCoordinate(at, false)
        if (root.pointed || root.keyed)
            root.measuring.pointTo(place.longitude, place.latitude)
        else
            root.measuring.pointAway()
    }

    objectName: "measureLayer"
    visible: root.measuring.active
    Accessible.role: Accessible.Graphic
    Accessible.ignored: !root.measuring.active
    Accessible.name: qsTr("Measuring: %1. %2").arg(root.measuring.total).arg(root.measuring.hint)
    onDrawingChanged: {
        if (root.drawing) {
            root.keyed = false
            Qt.callLater(root.take) // After the menu that it was chosen from has given the keyboard back.
        } else if (root.activeFocus) {
            root.map.forceActiveFocus(Qt.OtherFocusReason)
        }
    }
    onPointedChanged: root.follow()
    Keys.onLeftPressed: root.pan(-64, 0)
    Keys.onRightPressed: root.pan(64, 0)
    Keys.onUpPressed: root.pan(0, -64)
    Keys.onDownPressed: root.pan(0, 64)
    Keys.onReturnPressed: root.measuring.finish()
    Keys.onEnterPressed: root.measuring.finish()
    Keys.onSpacePressed: {
        root.keyed = true
        root.measuring.addMiddle()
        root.follow()
    }
    Keys.onPressed: event => {
        if (event.key === Qt.Key_Backspace) {
            root.measuring.takeBack()
            event.accepted = true
        }
    }

    Shape {
        anchors.fill: parent
        preferredRendererType: Shape.CurveRenderer

        MapLine {
            points: root.measuring.line
            strokeColor: Qt.alpha(root.palette.window, 0.75)
            strokeWidth: 5
        }
        MapLine {
            points: root.measuring.line
            strokeColor: root.palette.accent
            strokeWidth: 2
        }
        MapLine {
            points: root.measuring.rubber
            strokeColor: Qt.alpha(root.palette.accent, 0.6)
            strokeStyle: ShapePath.DashLine
            dashPattern: [4, 3]
        }
    }
    Repeater {
        model: root.measuring.points
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
        model: root.measuring.legs
        delegate: Rectangle {
            id: label

            required property measuredLeg modelData

            x: Math.round(label.modelData.at.x - width / 2)
            y: Math.round(label.modelData.at.y - height / 2)
            width: words.implicitWidth + 12
            height: 20
            radius: 4
            color: Qt.alpha(root.palette.window, 0.9)

            Words {
                id: words

                anchors.centerIn: parent
                text: label.modelData.length
                font.pixelSize: 12
                lineHeight: 1
            }
        }
    }
    Repeater {
        // Where Space sets a point.
        model: root.drawing && root.keyed ? [Qt.size(18, 2), Qt.size(2, 18)] : []
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
            if (panel.contains(panel.mapFromItem(root, point.position)))
                return
            root.keyed = false
            root.take()
            const place = root.map.toCoordinate(point.position, false)
            root.measuring.add(place.longitude, place.latitude)
        }
        onDoubleTapped: root.measuring.finish()
    }
    HoverHandler {
        id: pointer

        enabled: root.drawing
        cursorShape: Qt.CrossCursor
        onPointChanged: {
            root.keyed = false
            root.follow()
        }
    }

    MeasurePanel {
        id: panel

        measuring: root.measuring
        most: root.narrow ? root.width - 82 : root.width
        x: root.narrow ? 16 : Math.round((root.width - width) / 2)
        y: !root.narrow ? 16 : root.session.online.maps.active ? 96 : 56
    }
}
