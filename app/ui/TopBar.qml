import QtQuick
import QtQuick.Layouts

/** The case's name, search, and the three things that begin something new. */
Rectangle {
    id: root

    required property Session session
    required property AppActions actions

    function focusSearch(): void {
        search.take()
    }

    function askCoordinates(): void {
        search.askCoordinates()
    }

    implicitHeight: 56
    color: root.palette.window

    RowLayout {
        id: start

        anchors.left: parent.left
        anchors.leftMargin: 16
        anchors.right: search.left
        anchors.rightMargin: 16
        anchors.verticalCenter: parent.verticalCenter
        spacing: 8

        Words {
            text: qsTr("Dateline")
            font.pixelSize: 16
            font.weight: Font.Bold
        }
        AppMenuBar {
            session: root.session
            actions: root.actions
            Layout.leftMargin: 4
        }
        Words {
            text: root.session.readOnly ? qsTr("%1 (read-only)").arg(root.session.caseTitle) : root.session.caseTitle
            muted: true
            elide: Text.ElideRight
            Layout.fillWidth: true
            Layout.leftMargin: 8
        }
    }

    SearchBox {
        id: search

        session: root.session
        anchors.verticalCenter: parent.verticalCenter
        x: root.width > 1700 ? Math.round((root.width - width) / 2) : end.x - width - 24
        // The case's name comes first; what it leaves is for the search.
        width: Math.max(240, Math.min(400, end.x - start.implicitWidth - 56))
    }

    RowLayout {
        id: end

        anchors.right: parent.right
        anchors.rightMargin: 16
        anchors.verticalCenter: parent.verticalCenter
        spacing: 8

        OnlineSign {
            id: sign

            objectName: "onlineBarSign"
            maps: root.session.online.maps
            brief: root.width < 1700
        }
        PushButton {
            // Where the menus need its room, it is in them alone.
            visible: root.width - (sign.visible ? sign.width : 0) >= 1140
            text: qsTr("Read a document")
            enabled: root.actions.readDocument.enabled
            onClicked: root.actions.readDocument.trigger()
        }
        PushButton {
            text: qsTr("New incident")
            enabled: root.actions.newIncident.enabled
            onClicked: root.actions.newIncident.trigger()
        }
        PushButton {
            text: qsTr("Make a figure")
            primary: true
            enabled: root.actions.makeFigure.enabled
            onClicked: root.actions.makeFigure.trigger()
        }
    }
}
