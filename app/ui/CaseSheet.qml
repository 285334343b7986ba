import QtQuick
import QtQuick.Layouts

/** “About this case”: what it says of itself, to change, and what its file is. */
Sheet {
    id: root

    required property CaseAbout about

    heading: qsTr("About this case")
    width: 560
    onClosed: root.about.close()

    Connections {
        target: root.about

        function onChanged(): void {
            if (root.about.open)
                root.open()
            else
                root.close()
        }
    }

    contentItem: ColumnLayout {
        spacing: 12

        Field {
            name: qsTr("Title")
            text: root.about.title
            line.readOnly: root.about.readOnly
            onEdited: text => root.about.title = text
            Layout.fillWidth: true
        }
        RowLayout {
            spacing: 12

            Field {
                name: qsTr("Author")
                hint: qsTr("Who made it")
                text: root.about.author
                line.readOnly: root.about.readOnly
                onEdited: text => root.about.author = text
                Layout.fillWidth: true
                Layout.preferredWidth: 1
            }
            Field {
                name: qsTr("Licence")
                hint: qsTr("CC BY 4.0, or in words")
                text: root.about.licence
                line.readOnly: root.about.readOnly
                onEdited: text => root.about.licence = text
                Layout.fillWidth: true
                Layout.preferredWidth: 1
            }
        }
        TextBox {
            name: qsTr("Notes")
            hint: qsTr("What else its readers should know")
            value: root.about.notes
            enabled: !root.about.readOnly
            onEdited: text => root.about.notes = text
            Layout.fillWidth: true
        }
        Words {
            text: qsTr("These and the publishers of its sources go into the file, where QGIS and other programs find them.")
            muted: true
            font.pixelSize: 12
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
        Hairline {
            Layout.fillWidth: true
        }
        Fact {
            name: qsTr("File")
            value: root.about.path
        }
        Fact {
            name: qsTr("Holds")
            value: root.about.contents
        }
        Fact {
            name: qsTr("Format")
            value: root.about.format
        }
        RowLayout {
            spacing: 8
            Layout.alignment: Qt.AlignRight
            Layout.topMargin: 8

            PushButton {
                text: root.about.readOnly ? qsTr("Close") : qsTr("Cancel")
                onClicked: root.about.close()
            }
            PushButton {
                visible: !root.about.readOnly
                enabled: root.about.ready
                text: qsTr("Save")
                primary: true
                onClicked: root.about.save()
            }
        }
    }
}
