import QtLocation
import QtPositioning
import QtQuick

/** The map: base map, names and incidents as layers under Qt Location's camera and gestures. */
Item {
    id: root

    required property Session session
    readonly property string countText: incidents.countText
    required property bool picking

    /** The place of the proposal under review was picked. */
    signal picked

    function zoomBy(steps: int): void {
        map.zoomTo(Math.round(map.zoomLevel) + steps, Qt.point(map.width / 2, map.height / 2))
    }

    function take(): void {
        (root.session.placing.open ? scanMarks : map).forceActiveFocus(Qt.TabFocusReason)
    }

    clip: true

    Rectangle {
        anchors.fill: parent
        color: root.session.look.water
    }
    Item {
        anchors.fill: parent

        BasemapLayer {
            anchors.fill: parent
            camera: root.session.camera
            source: root.session.baseMap
            look: root.session.look
        }
        OnlineLayers {
            anchors.fill: parent
            session: root.session
        }
        OverlayLayer {
            objectName: "overlayLayer"
            anchors.fill: parent
            camera: root.session.camera
            source: root.session.baseMap
            look: root.session.look
            layers: root.session.layers
        }
        ProvinceLayer {
            id: provinces

            objectName: "provinceLayer"
            anchors.fill: parent
            opacity: 0.85
            camera: root.session.camera
            source: root.session.baseMap
            look: root.session.look
            incidents: root.session.incidents
            active: incidents.view === IncidentLayer.Provinces || incidents.view === IncidentLayer.ProvincesPerArea
            perArea: incidents.view === IncidentLayer.ProvincesPerArea
        }
        LabelLayer {
            id: names

            // Squares and heat cover the map: names stay above them.
            z: incidents.view === IncidentLayer.Density || incidents.view === IncidentLayer.Heat ? 1 : 0
            anchors.fill: parent
            opacity: root.session.online.maps.ownNames ? 0 : 1
            camera: root.session.camera
            source: root.session.baseMap
            look: root.session.look
        }
        IncidentLayer {
            id: incidents

            objectName: "incidentLayer"
            anchors.fill: parent
            camera: root.session.camera
            incidents: root.session.incidents
            selection: root.session.selection
            look: root.session.look
            labels: names
        }
        GhostLayer {
            objectName: "ghostLayer"
            z: 2
            anchors.fill: parent
            camera: root.session.camera
            release: root.session.release
            look: root.session.look
        }
    }

    Map {
        id: map

        property point anchorPixel
        property geoCoordinate anchorPlace
        property bool keyed: true

        function follow(): void {
            root.session.camera.follow(map.center.longitude, map.center.latitude, map.zoomLevel,
                                       Qt.size(map.width, map.height))
        }
        function zoomTo(level: real, pixel: point): void {
            fly.stop()
            map.anchorPixel = pixel
            map.anchorPlace = map.toCoordinate(pixel, false)
            zoomStep.to = Math.max(map.minimumZoomLevel, Math.min(map.maximumZoomLevel, level))
            zoomStep.restart()
        }

        objectName: "map"
        anchors.fill: parent
        plugin: Plugin {
            name: "itemsoverlay"
        }
        opacity: 0 // It draws nothing, and moves all the same.
        copyrightsVisible: false
        minimumZoomLevel: 1
        maximumZoomLevel: 14
        center: QtPositioning.coordinate(30, 30)
        zoomLevel: 2
        activeFocusOnTab: !root.session.placing.open
        Accessible.role: Accessible.Graphic
        Accessible.name: qsTr("Map. %1").arg(incidents.countText)
        onCenterChanged: map.follow()
        onZoomLevelChanged: {
            if (zoomStep.running)
                map.alignCoordinateToPoint(map.anchorPlace, map.anchorPixel)
            map.follow()
        }
        onWidthChanged: map.follow()
        onHeightChanged: map.follow()
        Keys.onPressed: map.keyed = true
        Keys.onLeftPressed: map.pan(-64, 0)
        Keys.onRightPressed: map.pan(64, 0)
        Keys.onUpPressed: map.pan(0, -64)
        Keys.onDownPressed: map.pan(0, 64)

        NumberAnimation {
            id: zoomStep

            target: map
            property: "zoomLevel"
            duration: 160
            easing.type: Easing.OutCubic
        }
        ParallelAnimation {
            id: fly

            CoordinateAnimation {
                id: flyCentre

                target: map
                property: "center"
                duration: 280
                easing.type: Easing.InOutCubic
            }
            NumberAnimation {
                id: flyZoom

                target: map
                property: "zoomLevel"
                duration: 280
                easing.type: Easing.InOutCubic
            }
        }

        DragHandler {
            target: null
            onTranslationChanged: delta => {
                fly.stop()
                map.pan(-delta.x, -delta.y)
            }
            cursorShape: active ? Qt.ClosedHandCursor : undefined
        }
        PinchHandler {
            id: pinch

            property geoCoordinate start

            target: null
            rotationAxis.enabled: false
            onActiveChanged: {
                if (active)
                    start = map.toCoordinate(pinch.centroid.position, false)
            }
            onScaleChanged: delta => {
                map.zoomLevel += Math.log2(delta)
                map.alignCoordinateToPoint(pinch.start, pinch.centroid.position)
            }
        }
        WheelHandler {
            id: wheel

            acceptedDevices: PointerDevice.Mouse | PointerDevice.TouchPad
            onWheel: event => {
                const level = zoomStep.running ? zoomStep.to : map.zoomLevel
                const step = event.angleDelta.y / 120
                map.zoomTo(Math.abs(step) >= 1 ? Math.round(level + step) : level + step, wheel.point.position)
            }
        }
        TapHandler {
            enabled: !root.session.filters.shape.active && !root.session.placing.open
                     && !root.session.measuring.drawing
            onSingleTapped: point => {
                root.session.coordinates.removeMark()
                map.keyed = false
                map.forceActiveFocus(Qt.MouseFocusReason)
                if (root.picking) {
                    const place = map.toCoordinate(point.position, false)
                    if (root.session.draft.picking) {
                        root.session.draft.pick(place.longitude, place.latitude, map.zoomLevel)
                    } else {
                        root.session.review.pick(place.longitude, place.latitude, map.zoomLevel)
                        root.picked()
                    }
                } else {
                    incidents.click(point.position)
                    pointer.rest = pointer.point.scenePosition
                    pointer.moved = false
                }
            }
            onDoubleTapped: point => map.zoomTo(Math.round(map.zoomLevel) + 1, point.position)
        }
        HoverHandler {
            id: pointer

            // A pointer that rests where the window opened, or where it clicked, points at nothing new.
            property point rest: Qt.point(-1, -1)
            property bool moved: false
            property string provinceWords: ""

            enabled: !root.session.filters.shape.active && !root.session.placing.open
                     && !root.session.measuring.drawing
            cursorShape: root.picking ? Qt.CrossCursor
                                                    : incidents.hovering ? Qt.PointingHandCursor : Qt.ArrowCursor
            onPointChanged: {
                const at = pointer.point.scenePosition
                if (rest.x < 0 && hovered)
                    rest = at
                moved = moved || hovered && (at.x !== rest.x || at.y !== rest.y)
                if (!moved)
                    return
                incidents.hover(pointer.point.position)
                provinceWords = provinces.textAt(pointer.point.position)
            }
            onHoveredChanged: {
                if (!hovered)
                    incidents.leave()
            }
        }
    }

    Connections {
        target: root.session.camera

        function onMoveRequested(longitude: real, latitude: real, zoom: real, smooth: bool): void {
            const place = QtPositioning.coordinate(latitude, longitude)
            zoomStep.stop()
            fly.stop()
            if (smooth) {
                flyCentre.to = place
                flyZoom.to = zoom
                fly.start()
            } else {
                map.zoomLevel = zoom
                map.center = place
            }
        }
    }

    Binding {
        target: root.session.bookmarks
        property: "view"
        value: incidents.view
    }
    Connections {
        target: root.session.bookmarks

        function onViewRequested(view: int): void {
            incidents.view = view
        }
    }

    ShapeLayer {
        anchors.fill: parent
        session: root.session
        map: map
    }
    ProposalMark {
        session: root.session
    }
    MapTools {
        anchors.fill: parent
        session: root.session
        map: map
    }
    ScanMapMarks {
        id: scanMarks

        anchors.fill: parent
        session: root.session
        map: map
    }
    Rectangle {
        id: tipBox

        readonly property string words: incidents.hovering ? incidents.hoveredTitle
                                                           : pointer.hovered && pointer.moved ? pointer.provinceWords : ""

        visible: words.length > 0
        x: Math.max(8, Math.min(root.width - width - 8, pointer.point.position.x + 16))
        y: Math.max(8, Math.min(root.height - height - 8, pointer.point.position.y + 16))
        width: tip.implicitWidth + 20
        height: tip.implicitHeight + 12
        radius: 6
        color: root.palette.base
        border.width: 1
        border.color: root.palette.mid

        Words {
            id: tip

            anchors.centerIn: parent
            text: tipBox.words
            font.pixelSize: 12
        }
    }
    MapFurniture {
        anchors.fill: parent
        session: root.session
        marks: incidents
        provinces: provinces
        onZoomRequested: steps => root.zoomBy(steps)
    }
    Rectangle {
        visible: map.activeFocus && map.keyed
        anchors.fill: parent
        color: "transparent"
        border.width: 2
        border.color: root.palette.accent
    }
}
