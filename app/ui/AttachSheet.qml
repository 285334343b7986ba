pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts

/** “Add to incident…”: which incident the selected words are about, and what they do for it. */
Sheet {
    id: root

    required property AttachModel attach
    required property Look look

    heading: qsTr("Add these words to an incident")
    width: Math.min(640, parent ? parent.width - 64 : 640)
    height: Math.min(680, parent ? parent.height - 48 : 680)
    onClosed: root.attach.cancel()
    onOpened: query.line.forceActiveFocus(Qt.OtherFocusReason)

    Connections {
        target: root.attach

        function onChanged(): void {
            if (root.attach.open)
                root.open()
            else
                root.close()
        }
    }

    contentItem: ColumnLayout {
        spacing: 12

        Words {
            text: qsTr("“%1”").arg(root.attach.words)
            font.family: "Noto Serif"
            font.pixelSize: 16
            lineHeight: 1.2
            wrapMode: Text.Wrap
            elide: Text.ElideRight
            maximumLineCount: 4
            Layout.fillWidth: true
        }
        RowLayout {
            spacing: 12
            Layout.fillWidth: true

            Field {
                name: qsTr("Who says so")
                hint: qsTr("As the source names them")
                text: root.attach.speaker
                onEdited: text => root.attach.speaker = text
                Layout.fillWidth: true
                Layout.preferredWidth: 3
            }
            ColumnLayout {
                spacing: 4
                Layout.fillWidth: true
                Layout.preferredWidth: 2

                Words {
                    text: qsTr("These words")
                    muted: true
                    font.pixelSize: 12
                }
                Choice {
                    objectName: "attachStance"
                    model: root.attach.stanceNames
                    currentIndex: root.attach.stance
                    Accessible.name: qsTr("What these words do for the incident")
                    onActivated: index => root.attach.stance = index
                    Layout.fillWidth: true
                }
            }
        }
        Field {
            id: query

            name: qsTr("Incident")
            hint: qsTr("Search by title or place; without a search the nearest in time come first")
            text: root.attach.query
            onEdited: text => root.attach.query = text
            line.objectName: "attachQuery"
            line.onAccepted: root.attach.confirm()
            Keys.onDownPressed: root.attach.current = root.attach.current + 1
            Keys.onUpPressed: root.attach.current = root.attach.current - 1
            Layout.fillWidth: true
        }
        ListView {
            id: list

            objectName: "attachList"
            clip: true
            activeFocusOnTab: true
            boundsBehavior: Flickable.StopAtBounds
            model: root.attach
            currentIndex: root.attach.current
            keyNavigationEnabled: false
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Incidents")
            ScrollBar.vertical: SlimScrollBar {}
            Keys.onDownPressed: root.attach.current = root.attach.current + 1
            Keys.onUpPressed: root.attach.current = root.attach.current - 1
            Keys.onReturnPressed: root.attach.confirm()
            Layout.fillWidth: true
            Layout.fillHeight: true

            component IncidentChoice: ItemDelegate {
                id: row

                required property int index
                required property string title
                required property int kind
                required property string whenText
                required property string place

                objectName: `attach${row.index}`
                width: ListView.view.width
                height: 50
                padding: 0
                focusPolicy: Qt.NoFocus
                Accessible.name: qsTr("%1, %2, %3").arg(row.title).arg(row.place).arg(row.whenText)
                onClicked: root.attach.current = row.index
                onDoubleClicked: root.attach.confirm()

                background: Rectangle {
                    radius: 6
                    color: root.attach.current === row.index
                           ? root.look.selection : row.hovered ? Qt.alpha(root.look.ink, 0.045) : "transparent"
                    border.width: list.activeFocus && root.attach.current === row.index ? 2 : 0
                    border.color: root.look.accent
                }
                contentItem: Item {
                    KindIcon {
                        x: 10
                        y: 14
                        width: 22
                        height: 22
                        kind: row.kind
                        look: root.look
                    }
                    Column {
                        x: 44
                        y: 7
                        width: parent.width - x - 16
                        spacing: 2

                        Words {
                            width: parent.width
                            text: row.title
                            font.weight: Font.DemiBold
                            elide: Text.ElideRight
                            maximumLineCount: 1
                        }
                        Words {
                            width: parent.width
                            text: qsTr("%1 · %2").arg(row.place).arg(row.whenText)
                            muted: true
                            font.pixelSize: 12
                            elide: Text.ElideRight
                            maximumLineCount: 1
                        }
                    }
                }
            }
            delegate: IncidentChoice {}

            EmptyHint {
                visible: list.count === 0
                anchors.centerIn: parent
                width: parent.width - 48
                heading: qsTr("No incident is called so")
                hint: qsTr("Search by other words, or make a new incident from the words instead.")
            }
        }
        RowLayout {
            spacing: 8
            Layout.alignment: Qt.AlignRight

            PushButton {
                text: qsTr("Cancel")
                onClicked: root.attach.cancel()
            }
            PushButton {
                objectName: "confirmAttach"
                enabled: root.attach.current >= 0
                text: qsTr("Add the words")
                primary: true
                onClicked: root.attach.confirm()
            }
        }
    }
}
