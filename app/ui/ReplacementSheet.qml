pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts

/** “Replace by a newer capture”: how the quotes stand in it, and a decision on each that changed. */
Sheet {
    id: root

    required property Session session
    required property Files files
    readonly property ReplacementModel replacement: root.session.replacement
    readonly property bool ready: root.replacement.state === ReplacementModel.Ready

    objectName: "replacementSheet"
    heading: root.replacement.stored ? qsTr("Decide on quotes of an older capture") : qsTr("Replace by a newer capture")
    width: Math.min(960, root.parent.width - 64)
    height: Math.min(implicitHeight, root.parent.height - 48)
    onClosed: root.replacement.cancel()

    Connections {
        target: root.replacement

        function onChanged(): void {
            if (root.replacement.state !== ReplacementModel.Closed)
                root.open()
            else
                root.close()
        }
        function onFileWanted(): void {
            root.files.askCapture()
        }
    }

    contentItem: ColumnLayout {
        spacing: 8

        Words {
            text: root.replacement.name
            muted: true
            elide: Text.ElideRight
            Layout.fillWidth: true
        }
        RowLayout {
            visible: !root.ready
            spacing: 12
            Layout.preferredHeight: 120

            BusyIndicator {
                implicitWidth: 32
                implicitHeight: 32
                palette.dark: root.palette.accent
            }
            Words {
                text: qsTr("Looking for the quotes in the new capture…")
            }
        }
        Words {
            visible: root.ready
            objectName: "replacementSummary"
            text: root.replacement.summary
            font.pixelSize: 16
            font.weight: Font.DemiBold
            wrapMode: Text.Wrap
            Accessible.role: Accessible.Heading
            Accessible.name: text
            Layout.fillWidth: true
            Layout.topMargin: 4
        }
        Words {
            visible: root.ready && text.length > 0
            text: root.replacement.counts
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
        Words {
            visible: root.ready
            text: root.replacement.measure
            muted: true
            font.pixelSize: 12
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
        GraphicCover {
            visible: root.ready && root.replacement.rows > 0 && root.replacement.hidden
            onClicked: root.replacement.showWords()
            Layout.fillWidth: true
            Layout.topMargin: 8
        }
        ListView {
            id: list

            objectName: "replacementList"
            visible: root.ready && root.replacement.rows > 0 && !root.replacement.hidden
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            model: root.replacement
            spacing: 12
            cacheBuffer: 4000
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Quotes to decide on")
            ScrollBar.vertical: SlimScrollBar {}
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.minimumHeight: 120
            Layout.preferredHeight: contentHeight
            Layout.topMargin: 8

            delegate: Column {
                id: row

                required property excerpt was
                required property excerpt is
                required property string how
                required property string note
                required property string uses
                required property bool taken
                required property bool decidable
                required property int index

                width: list.width - 16
                spacing: 12

                Hairline {
                    width: parent.width
                }
                ReplacementCard {
                    width: parent.width
                    was: row.was
                    is: row.is
                    how: row.how
                    note: row.note
                    uses: row.uses
                    taken: row.taken
                    decidable: row.decidable
                    look: root.session.look
                    onDecided: take => root.replacement.decide(row.index, take)
                    onFocused: list.positionViewAtIndex(row.index, ListView.Contain)
                }
            }
        }
        Hairline {
            visible: list.visible
            Layout.fillWidth: true
        }
        Words {
            visible: root.ready
            objectName: "replacementConsequence"
            text: root.replacement.consequence
            wrapMode: Text.Wrap
            Layout.fillWidth: true
            Layout.topMargin: 8
        }
        RowLayout {
            spacing: 8
            Layout.alignment: Qt.AlignRight
            Layout.topMargin: 8

            PushButton {
                text: qsTr("Cancel")
                onClicked: root.replacement.cancel()
            }
            PushButton {
                objectName: "replaceButton"
                enabled: root.replacement.canConfirm
                text: root.replacement.stored ? qsTr("Apply") : qsTr("Replace")
                primary: true
                onClicked: root.replacement.confirm()
            }
        }
    }
}
