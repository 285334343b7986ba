import QtQuick

/** Where the proposal under review lies, open inside: it is no incident yet. */
Rectangle {
    id: root

    required property Session session
    readonly property point at: {
        // Its zoom is read so that the mark moves with the map; Map's own numbers come before it knows its new size.
        const camera = root.session.camera
        return camera.zoom >= 0 ? camera.pixelOf(root.session.arrangement.longitude, root.session.arrangement.latitude)
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
