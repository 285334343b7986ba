import QtQuick
import QtQuick.Shapes

/** A control point in the picture or on the map, to drag; what lies under its middle stays to be seen. */
Item {
    id: root

    required property int number
    required property bool chosen
    required property bool used
    required property string name
    property point at

    signal picked
    /** @p goesOn: further along the same drag. */
    signal dragged(to: point, goesOn: bool)

    x: root.at.x - width / 2
    y: root.at.y - height / 2
    z: root.chosen ? 1 : 0
    width: 26
    height: 26
    Accessible.role: Accessible.Graphic
    Accessible.name: root.used ? root.name : qsTr("%1, left out").arg(root.name)
    Accessible.selected: root.chosen

    component Lines: ShapePath {
        id: lines

        fillColor: "transparent"
        capStyle: ShapePath.FlatCap

        PathMultiline {
            paths: [[Qt.point(13, 1), Qt.point(13, 10)], [Qt.point(13, 16), Qt.point(13, 25)],
                [Qt.point(1, 13), Qt.point(10, 13)], [Qt.point(16, 13), Qt.point(25, 13)]]
        }
    }
    component Ring: ShapePath {
        fillColor: "transparent"

        PathAngleArc {
            centerX: 13
            centerY: 13
            radiusX: 10
            radiusY: 10
            sweepAngle: 360
        }
    }

    Shape {
        anchors.fill: parent
        preferredRendererType: Shape.CurveRenderer

        Ring {
            strokeColor: root.chosen ? root.palette.window : "transparent"
            strokeWidth: 5
        }
        Lines {
            strokeColor: root.palette.window
            strokeWidth: 5
        }
        Ring {
            strokeColor: root.chosen ? root.palette.accent : "transparent"
            strokeWidth: 2
        }
        Lines {
            strokeColor: root.used ? root.palette.accent : root.palette.dark
            strokeWidth: root.used ? 2 : 1
        }
    }
    Rectangle {
        x: 18
        y: -12
        width: Math.max(18, label.implicitWidth + 8)
        height: 18
        radius: 4
        color: root.chosen ? root.palette.accent : root.palette.window
        border.width: 1
        border.color: root.used ? root.palette.accent : root.palette.dark

        Words {
            id: label

            anchors.centerIn: parent
            text: `${root.number}`
            font.pixelSize: 12
            font.strikeout: !root.used
            color: root.chosen ? root.palette.brightText : root.palette.windowText
            lineHeight: 1
        }
    }
    MouseArea {
        id: hand

        property point grip // From the middle to where it is held.
        property bool goesOn: false

        function spot(mouse: MouseEvent): point {
            return hand.mapToItem(root.parent, mouse.x, mouse.y)
        }

        anchors.fill: parent
        preventStealing: true
        cursorShape: hand.pressed ? Qt.ClosedHandCursor : Qt.OpenHandCursor
        onPressed: mouse => {
            const spot = hand.spot(mouse)
            hand.grip = Qt.point(spot.x - root.at.x, spot.y - root.at.y)
            hand.goesOn = false
            root.picked()
        }
        onPositionChanged: mouse => {
            const spot = hand.spot(mouse)
            const to = Qt.point(spot.x - hand.grip.x, spot.y - hand.grip.y)
            // A hand that trembles while it clicks moves nothing.
            if (!hand.goesOn && Math.abs(to.x - root.at.x) + Math.abs(to.y - root.at.y) < 3)
                return
            root.dragged(to, hand.goesOn)
            hand.goesOn = true
        }
    }
}
