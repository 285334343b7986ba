import QtQuick
import QtQuick.Layouts

/** What the program is, and whose data it shows. */
Sheet {
    id: root

    required property Session session

    heading: qsTr("Dateline %1").arg(root.session.version)
    width: 520

    contentItem: ColumnLayout {
        spacing: 12

        Words {
            text: qsTr("A map of reported incidents in which every mark holds on to the words that report it.")
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
        Words {
            text: qsTr("Map data: %1. Licences and versions are in the file NOTICE that comes with the program. Borders are drawn as the sources give them and take no side.").arg(root.session.baseMap.credits)
            muted: true
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
        Words {
            text: root.session.libraries
            muted: true
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
        Words {
            text: qsTr("Free software under the GNU General Public License, version 3 or later. It opens no network connection until you turn on an online map or place search for a case.")
            muted: true
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
        PushButton {
            text: qsTr("Close")
            Layout.alignment: Qt.AlignRight
            onClicked: root.close()
        }
    }
}
