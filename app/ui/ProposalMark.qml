import QtLocation
import QtPositioning
import QtQuick

/** Where the proposal under review lies, open inside: it is no incident yet. */
Rectangle {
    id: root

    required property Session session
    required property Map view
    readonly property point at: {
        // Read so that it moves with the map.
        const moved = [root.view.center, root.view.zoomLevel, root.view.width, root.view.height]
        return moved.length > 0 ? root.view.fromCoordinate(QtPositioning.coordinate(root.session.arrangement.latitude,
                                                                                  root.session.arrangement.longitude), false)
                               : Qt.point(0, 0)
    }

    objectName: "proposalMark"
    visible: root.session.reviewing && root.session.review.count > 0 && root.session.arrangement.placed
    x: root.at.x - width / 2
    y: root.at.y - height / 2
    width: 34
    height: 34
    radius: 17
    color: "transparent"
    border.width: 6
    border.color: root.palette.window
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("Place of the proposal under review")

    Rectangle {
        anchors.fill: parent
        anchors.margins: 1.5
        radius: 15.5
        color: "transparent"
        border.width: 3
        border.color: root.palette.accent
    }
}
