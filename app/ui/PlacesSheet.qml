pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts

/** The user's own places: the files that were added to the gazetteer, and adding one. */
Sheet {
    id: root

    required property OwnPlaces places
    required property Files files

    objectName: "placesSheet"
    heading: qsTr("Your places")
    width: Math.min(600, parent ? parent.width - 64 : 600)
    closePolicy: root.places.running ? Popup.NoAutoClose : Popup.CloseOnEscape
    onClosed: root.places.close()

    Connections {
        target: root.places

        function onChanged(): void {
            if (root.places.open)
                root.open()
            else
                root.close()
        }
    }

    contentItem: ColumnLayout {
        spacing: 12

        Words {
            text: qsTr("Texts are read for the places that this computer knows. Add a GeoNames dump of a country or of cities (.zip or .txt), or a table with the columns name, latitude and longitude. A file of the same name replaces the one before it.")
            muted: true
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
        ListView {
            id: list

            objectName: "placeSources"
            visible: count > 0
            clip: true
            model: root.places
            boundsBehavior: Flickable.StopAtBounds
            implicitHeight: Math.min(220, contentHeight)
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Files of places")
            ScrollBar.vertical: SlimScrollBar {}
            Layout.fillWidth: true

            delegate: RowLayout {
                id: row

                required property int index
                required property string name
                required property string count

                width: ListView.view.width - 12
                spacing: 12

                Words {
                    text: row.name
                    elide: Text.ElideMiddle
                    maximumLineCount: 1
                    Layout.fillWidth: true
                }
                Words {
                    text: row.count
                    muted: true
                    font.pixelSize: 13
                }
                PushButton {
                    quiet: true
                    enabled: !root.places.running
                    text: qsTr("Remove")
                    Accessible.name: qsTr("Remove the places of %1").arg(row.name)
                    onClicked: root.places.remove(row.index)
                }
            }
        }
        ProgressLine {
            visible: root.places.running
            name: root.places.summary
            progress: root.places.progress
            Layout.fillWidth: true
        }
        Words {
            objectName: "placesSummary"
            visible: text.length > 0
            text: root.places.summary
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
        LineList {
            visible: root.places.refusals.length > 0
            name: qsTr("Rows that could not be read, and why")
            lines: root.places.refusals
            most: 180
            Layout.fillWidth: true
        }
        RowLayout {
            spacing: 8
            Layout.fillWidth: true
            Layout.topMargin: 8

            PushButton {
                objectName: "addPlaces"
                enabled: !root.places.running
                text: qsTr("Add a file…")
                onClicked: root.files.askPlaces()
            }
            Item {
                Layout.fillWidth: true
            }
            PushButton {
                objectName: "placesDone"
                text: root.places.running ? qsTr("Stop") : qsTr("Close")
                primary: !root.places.running
                onClicked: {
                    if (root.places.running)
                        root.places.cancel()
                    else
                        root.places.close()
                }
            }
        }
    }
}
