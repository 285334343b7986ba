import QtLocation
import QtQuick

/** Over the map: coordinates under the pointer, the place that was asked for, measuring, and a menu for where it is clicked. */
Item {
    id: root

    required property Session session
    required property Map map
    property point menuPixel
    // One thing at a time is drawn or picked by clicks.
    readonly property bool measuring: root.session.measuring.drawing
    readonly property bool picking: root.session.draft.picking || root.session.review.picking
                                    || root.session.filters.shape.active

    onMeasuringChanged: {
        if (!root.measuring)
            return
        root.session.draft.picking = false
        root.session.review.picking = false
        if (root.session.filters.shape.active)
            root.session.filters.shape.leave()
    }
    onPickingChanged: {
        if (root.picking && root.measuring)
            root.session.measuring.leave()
    }

    HoverHandler {
        id: pointer

        onPointChanged: {
            if (hovered)
                root.session.coordinates.point(pointer.point.position)
        }
        onHoveredChanged: {
            if (!hovered)
                root.session.coordinates.leave()
        }
    }
    TapHandler {
        acceptedButtons: Qt.RightButton
        onTapped: point => {
            root.menuPixel = point.position
            menu.popup()
        }
    }
    AppMenu {
        id: menu

        AppMenuItem {
            text: qsTr("Copy coordinates")
            onTriggered: root.session.coordinates.copyAt(root.menuPixel)
        }
        AppMenuItem {
            text: qsTr("Measure the distance from here")
            onTriggered: {
                const place = root.map.toCoordinate(root.menuPixel, false)
                root.session.measuring.start(false)
                root.session.measuring.add(place.longitude, place.latitude)
            }
        }
        AppMenuItem {
            text: qsTr("Remove the mark")
            visible: root.session.coordinates.marked
            height: visible ? implicitHeight : 0
            onTriggered: root.session.coordinates.removeMark()
        }
    }

    CoordinateMark {
        coordinates: root.session.coordinates
    }
    MeasureLayer {
        anchors.fill: parent
        session: root.session
        map: root.map
    }
}
