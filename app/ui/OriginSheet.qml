pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts

/** “Same origin as…”: the sources to choose from. */
Sheet {
    id: root

    required property Session session
    readonly property SourceOrigin origin: root.session.origin

    objectName: "originSheet"
    heading: qsTr("Same origin as…")
    width: Math.min(560, (parent?.width ?? 560) - 64)
    height: Math.min(560, (parent?.height ?? 560) - 48)
    onOpened: words.forceActiveFocus(Qt.OtherFocusReason)
    onClosed: root.origin.close()

    Connections {
        target: root.origin

        function onChoosingChanged(): void {
            if (root.origin.choosing)
                root.open()
            else
                root.close()
        }
    }

    contentItem: ColumnLayout {
        spacing: 12

        Words {
            text: qsTr("“%1” tells the story of:").arg(root.origin.choosingFor)
            wrapMode: Text.Wrap
            maximumLineCount: 3
            elide: Text.ElideRight
            Layout.fillWidth: true
        }
        TextLine {
            id: words

            objectName: "originWords"
            text: root.origin.looked
            placeholderText: qsTr("Name or publisher")
            Accessible.name: placeholderText
            Layout.fillWidth: true
            onTextEdited: root.origin.looked = text
            onAccepted: root.origin.take(list.currentIndex)
            Keys.onDownPressed: list.incrementCurrentIndex()
            Keys.onUpPressed: list.decrementCurrentIndex()
        }
        ListView {
            id: list

            objectName: "originChoices"
            clip: true
            activeFocusOnTab: true
            boundsBehavior: Flickable.StopAtBounds
            model: root.origin
            currentIndex: 0
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Sources")
            ScrollBar.vertical: SlimScrollBar {}
            Layout.fillWidth: true
            Layout.fillHeight: true
            Keys.onReturnPressed: root.origin.take(list.currentIndex)
            Keys.onEnterPressed: root.origin.take(list.currentIndex)

            delegate: ItemDelegate {
                id: row

                required property string name
                required property string detail
                required property int index

                width: ListView.view.width
                height: texts.implicitHeight + 16
                padding: 0
                focusPolicy: Qt.NoFocus
                Accessible.name: qsTr("%1, %2").arg(row.name).arg(row.detail)
                onClicked: root.origin.take(row.index)

                background: Rectangle {
                    radius: 6
                    color: row.ListView.isCurrentItem || row.hovered ? root.palette.alternateBase : "transparent"
                }
                contentItem: Item {
                    Column {
                        id: texts

                        x: 12
                        y: 8
                        width: parent.width - 24
                        spacing: 2

                        Words {
                            width: parent.width
                            text: row.name
                            elide: Text.ElideRight
                        }
                        Words {
                            width: parent.width
                            text: row.detail
                            muted: true
                            font.pixelSize: 12
                            elide: Text.ElideRight
                        }
                    }
                }
            }
        }
        Words {
            visible: root.origin.count === 0
            text: qsTr("No source has these words in its name or publisher.")
            muted: true
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
        RowLayout {
            Layout.alignment: Qt.AlignRight

            PushButton {
                text: qsTr("Cancel")
                onClicked: root.origin.close()
            }
        }
    }
}
