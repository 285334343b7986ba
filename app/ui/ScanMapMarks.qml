pragma ComponentBehavior: Bound

import QtLocation
import QtQuick

/** The control points of the scanned map that is placed, on the map: a click sets one, and in the middle Space does. */
Item {
    id: root

    required property Session session
    required property Map map
    readonly property ScanDesk desk: root.session.placing
    property bool keyed: false

    function click(at: point): void {
        const place = root.map.toCoordinate(at, false)
        if (place.isValid)
            root.desk.clickMap(place.longitude, place.latitude)
    }
    function move(row: int, at: point, goesOn: bool): void {
        const place = root.map.toCoordinate(at, false)
        if (place.isValid)
            root.desk.movePlace(row, place.longitude, place.latitude, goesOn)
    }
    /** Pans the map or, with Ctrl, moves the selected point. */
    function step(event: var, right: int, down: int): void {
        root.keyed = true
        event.accepted = true
        const cross = crosses.itemAt(root.desk.selected) as ScanCross
        if (!(event.modifiers & Qt.ControlModifier))
            root.map.pan(right * 64, down * 64)
        else if (cross && cross.visible)
            root.move(root.desk.selected, Qt.point(cross.at.x + right, cross.at.y + down), event.isAutoRepeat)
    }

    objectName: "scanMapMarks"
    visible: root.desk.open
    activeFocusOnTab: root.desk.open
    Accessible.role: Accessible.Graphic
    Accessible.ignored: !root.desk.open
    Accessible.name: qsTr("Map with the points of the scanned map. Space sets one in the middle. %1").arg(root.desk.hint)
    Keys.onLeftPressed: event => root.step(event, -1, 0)
    Keys.onRightPressed: event => root.step(event, 1, 0)
    Keys.onUpPressed: event => root.step(event, 0, -1)
    Keys.onDownPressed: event => root.step(event, 0, 1)
    Keys.onSpacePressed: {
        root.keyed = true
        root.click(Qt.point(root.width / 2, root.height / 2))
    }
    Keys.onDeletePressed: root.desk.remove(root.desk.selected)

    TapHandler {
        onTapped: point => {
            root.keyed = false
            root.forceActiveFocus(Qt.MouseFocusReason)
            root.click(point.position)
        }
    }
    HoverHandler {
        cursorShape: Qt.CrossCursor
    }
    Repeater {
        id: crosses

        model: root.desk
        delegate: ScanCross {
            id: cross

            required property int index
            required property real longitude
            required property real latitude
            required property bool onMap

            objectName: `mapCross${cross.index}`
            number: cross.index + 1
            name: qsTr("Place of point %1").arg(cross.number)
            chosen: root.desk.selected === cross.index
            visible: cross.onMap
            at: {
                // Its zoom is read so that the cross moves with the map.
                const camera = root.session.camera
                return camera.zoom >= 0 ? camera.pixelOf(cross.longitude, cross.latitude) : Qt.point(0, 0)
            }
            onPicked: root.desk.selected = cross.index
            onDragged: (to, goesOn) => root.move(cross.index, to, goesOn)
        }
    }
    Repeater {
        // Where Space sets a point.
        model: root.activeFocus && root.keyed ? [Qt.size(18, 2), Qt.size(2, 18)] : []
        delegate: Rectangle {
            required property size modelData

            anchors.centerIn: parent
            width: modelData.width
            height: modelData.height
            color: root.palette.accent
        }
    }
    ScanHint {
        objectName: "scanMapHint"
        visible: root.desk.wanted === ScanDesk.OnMap
        words: qsTr("Click the place of point %1").arg(root.desk.count)
    }
    Rectangle {
        visible: root.activeFocus && root.keyed
        anchors.fill: parent
        color: "transparent"
        border.width: 2
        border.color: root.palette.accent
    }
}
