import QtQuick
import QtQuick.Layouts

/** Asks for a name for what the map shows. */
Sheet {
    id: root

    required property Bookmarks bookmarks

    objectName: "bookmarkSheet"
    heading: qsTr("Bookmark this view")
    width: 480
    onClosed: root.bookmarks.close()
    onOpened: name.line.forceActiveFocus(Qt.PopupFocusReason)

    Connections {
        target: root.bookmarks

        function onChanged(): void {
            if (root.bookmarks.naming && !root.opened) {
                name.text = ""
                root.open()
            } else if (!root.bookmarks.naming) {
                root.close()
            }
        }
    }

    contentItem: ColumnLayout {
        spacing: 12

        Field {
            id: name

            name: qsTr("Name")
            hint: qsTr("Border, 13 September, shelling only")
            line.objectName: "bookmarkName"
            line.maximumLength: 200
            line.onAccepted: root.bookmarks.add(name.text)
            Layout.fillWidth: true
        }
        Words {
            text: qsTr("It keeps where the map looks, how it shows incidents, and the filter.")
            muted: true
            font.pixelSize: 12
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
        RowLayout {
            spacing: 8
            Layout.alignment: Qt.AlignRight
            Layout.topMargin: 8

            PushButton {
                text: qsTr("Cancel")
                onClicked: root.bookmarks.close()
            }
            PushButton {
                text: qsTr("Save")
                primary: true
                enabled: name.text.trim().length > 0
                onClicked: root.bookmarks.add(name.text)
            }
        }
    }
}
