pragma ComponentBehavior: Bound

import QtQuick

/** The picture of the scanned map that is placed: a click sets a point, and in the middle Space does. */
FocusScope {
    id: root

    required property Session session
    readonly property ScanDesk desk: root.session.placing
    property bool keyed: false

    function take(): void {
        root.keyed = true
        view.forceActiveFocus(Qt.TabFocusReason)
    }
    function pointOf(pixel: point): point {
        return Qt.point(view.offset.x + pixel.x * view.magnification, view.offset.y + pixel.y * view.magnification)
    }
    /** Pans the picture or, with Ctrl, moves the selected point. */
    function step(event: var, right: int, down: int): void {
        root.keyed = true
        event.accepted = true
        const cross = crosses.itemAt(root.desk.selected) as ScanCross
        if (!(event.modifiers & Qt.ControlModifier))
            view.pan(-right * 64, -down * 64)
        else if (cross && cross.visible)
            root.desk.movePixel(root.desk.selected, view.pixelAt(Qt.point(cross.at.x + right, cross.at.y + down)),
                                event.isAutoRepeat)
    }
    function zoom(factor: real): void {
        view.zoomBy(factor, Qt.point(view.width / 2, view.height / 2))
    }

    clip: true
    onVisibleChanged: {
        if (visible)
            view.forceActiveFocus(Qt.OtherFocusReason)
    }

    Rectangle {
        anchors.fill: parent
        color: root.palette.alternateBase
    }
    ScanView {
        id: view

        objectName: "scanView"
        anchors.fill: parent
        desk: root.desk
        focus: true
        activeFocusOnTab: true
        Accessible.role: Accessible.Graphic
        Accessible.name: qsTr("Picture %1. Space sets a point in the middle, plus and minus zoom. %2").arg(root.desk.title).arg(root.desk.hint)
        Keys.onLeftPressed: event => root.step(event, -1, 0)
        Keys.onRightPressed: event => root.step(event, 1, 0)
        Keys.onUpPressed: event => root.step(event, 0, -1)
        Keys.onDownPressed: event => root.step(event, 0, 1)
        Keys.onSpacePressed: {
            root.keyed = true
            root.desk.clickPicture(view.pixelAt(Qt.point(view.width / 2, view.height / 2)))
        }
        Keys.onDeletePressed: root.desk.remove(root.desk.selected)
        Keys.onPressed: event => {
            if (event.key !== Qt.Key_Plus && event.key !== Qt.Key_Minus)
                return
            root.zoom(event.key === Qt.Key_Plus ? 2 : 0.5)
            event.accepted = true
        }

        DragHandler {
            target: null
            onTranslationChanged: delta => view.pan(delta.x, delta.y)
            cursorShape: active ? Qt.ClosedHandCursor : undefined
        }
        PinchHandler {
            id: pinch

            target: null
            rotationAxis.enabled: false
            onScaleChanged: delta => view.zoomBy(delta, pinch.centroid.position)
        }
        WheelHandler {
            id: wheel

            acceptedDevices: PointerDevice.Mouse | PointerDevice.TouchPad
            onWheel: event => view.zoomBy(Math.pow(2, event.angleDelta.y / 240), wheel.point.position)
        }
        TapHandler {
            onTapped: point => {
                root.keyed = false
                view.forceActiveFocus(Qt.MouseFocusReason)
                root.desk.clickPicture(view.pixelAt(point.position))
            }
        }
        HoverHandler {
            cursorShape: Qt.CrossCursor
        }
    }
    Repeater {
        id: crosses

        model: root.desk
        delegate: ScanCross {
            id: cross

            required property int index
            required property point pixel
            required property bool inPicture

            objectName: `pictureCross${cross.index}`
            number: cross.index + 1
            name: qsTr("Point %1 in the picture").arg(cross.number)
            chosen: root.desk.selected === cross.index
            visible: cross.inPicture
            at: root.pointOf(cross.pixel)
            onPicked: root.desk.selected = cross.index
            onDragged: (to, goesOn) => root.desk.movePixel(cross.index, view.pixelAt(to), goesOn)
        }
    }
    Repeater {
        // Where Space sets a point.
        model: view.activeFocus && root.keyed ? [Qt.size(18, 2), Qt.size(2, 18)] : []
        delegate: Rectangle {
            required property size modelData

            anchors.centerIn: parent
            width: modelData.width
            height: modelData.height
            color: root.palette.accent
        }
    }
    Words {
        visible: view.reading
        anchors.centerIn: parent
        text: qsTr("Reading the picture…")
        muted: true
    }
    ScanHint {
        objectName: "scanPictureHint"
        visible: root.desk.wanted === ScanDesk.InPicture
        words: qsTr("Click point %1 in the picture").arg(root.desk.count)
    }
    Rectangle {
        anchors.top: parent.top
        anchors.right: parent.right
        anchors.margins: 16
        width: 34
        height: buttons.height + 2
        radius: 7
        color: root.palette.base
        border.width: 1
        border.color: root.palette.mid

        Column {
            id: buttons

            x: 1
            y: 1

            IconButton {
                name: qsTr("Zoom in on the picture")
                icon.source: "qrc:/qt/qml/Dateline/Ui/icons/zoom-in.svg"
                onClicked: root.zoom(2)
            }
            Hairline {
                width: 32
            }
            IconButton {
                name: qsTr("Zoom out of the picture")
                icon.source: "qrc:/qt/qml/Dateline/Ui/icons/zoom-out.svg"
                onClicked: root.zoom(0.5)
            }
            Hairline {
                width: 32
            }
            IconButton {
                name: qsTr("Show all of the picture")
                icon.source: "qrc:/qt/qml/Dateline/Ui/icons/fit.svg"
                onClicked: view.fit()
            }
        }
    }
    Rectangle {
        visible: view.activeFocus && root.keyed
        anchors.fill: parent
        color: "transparent"
        border.width: 2
        border.color: root.palette.accent
    }
}
