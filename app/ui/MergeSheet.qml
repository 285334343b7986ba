pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts

/** “Merge another copy”: what comes in, and a decision on each thing that both copies tell differently. */
Sheet {
    id: root

    required property MergeModel merge
    required property Files files
    readonly property bool ready: root.merge.state === MergeModel.Ready

    objectName: "mergeSheet"
    heading: qsTr("Merge another copy")
    width: Math.min(960, root.parent.width - 64)
    height: Math.min(implicitHeight, root.parent.height - 48)
    onClosed: root.merge.cancel()

    Connections {
        target: root.merge

        function onChanged(): void {
            if (root.merge.state !== MergeModel.Closed)
                root.open()
            else
                root.close()
        }
        function onFileWanted(): void {
            root.files.askMerge()
        }
    }

    contentItem: ColumnLayout {
        spacing: 8

        Words {
            text: root.merge.heading
            muted: true
            elide: Text.ElideMiddle
            Layout.fillWidth: true
        }
        RowLayout {
            visible: root.merge.state === MergeModel.Comparing
            spacing: 12
            Layout.preferredHeight: 120

            BusyIndicator {
                implicitWidth: 32
                implicitHeight: 32
                palette.dark: root.palette.accent
            }
            Words {
                text: qsTr("Comparing the two copies…")
            }
        }
        Words {
            visible: text.length > 0
            objectName: "mergeSummary"
            text: root.merge.summary
            font.pixelSize: 16
            font.weight: Font.DemiBold
            wrapMode: Text.Wrap
            Accessible.role: Accessible.Heading
            Accessible.name: text
            Layout.fillWidth: true
            Layout.topMargin: 4
        }
        Words {
            visible: root.ready && !root.merge.canConfirm
            text: qsTr("All that was done there is in this case already, and nothing is left to decide.")
            muted: true
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
        Words {
            visible: text.length > 0
            objectName: "mergeCounts"
            text: root.merge.counts
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
        RowLayout {
            visible: root.merge.conflicts > 0
            spacing: 8
            Layout.fillWidth: true
            Layout.topMargin: 8

            Words {
                text: root.merge.conflicts === 1 ? qsTr("Told differently in both: 1")
                                                 : qsTr("Told differently in both: %1").arg(root.merge.conflicts)
                font.weight: Font.DemiBold
                Layout.fillWidth: true
            }
            PushButton {
                objectName: "allOursButton"
                quiet: true
                text: qsTr("All ours")
                onClicked: root.merge.decideAll(MergeModel.Ours)
            }
            PushButton {
                objectName: "allTheirsButton"
                quiet: true
                text: qsTr("All theirs")
                onClicked: root.merge.decideAll(MergeModel.Theirs)
            }
        }
        ListView {
            id: list

            objectName: "mergeList"
            visible: root.merge.conflicts > 0
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            model: root.merge
            spacing: 12
            cacheBuffer: 1000
            Accessible.role: Accessible.List
            Accessible.name: qsTr("What both copies tell differently")
            ScrollBar.vertical: SlimScrollBar {}
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.minimumHeight: 160
            Layout.preferredHeight: contentHeight

            delegate: MergeConflictRow {
                width: list.width - 16
                onDecided: choice => root.merge.decide(index, choice)
                onFocused: list.positionViewAtIndex(index, ListView.Contain)
            }
        }
        Words {
            visible: text.length > 0
            text: root.merge.problem
            font.weight: Font.DemiBold
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
        Hairline {
            visible: list.visible
            Layout.fillWidth: true
        }
        Words {
            visible: text.length > 0
            objectName: "mergeConsequence"
            text: root.merge.consequence
            wrapMode: Text.Wrap
            Layout.fillWidth: true
            Layout.topMargin: 8
        }
        RowLayout {
            spacing: 8
            Layout.alignment: Qt.AlignRight
            Layout.topMargin: 8

            PushButton {
                text: root.merge.canConfirm || root.merge.state === MergeModel.Comparing ? qsTr("Cancel") : qsTr("Close")
                onClicked: root.merge.cancel()
            }
            PushButton {
                objectName: "mergeButton"
                visible: root.merge.canConfirm
                text: qsTr("Merge")
                primary: true
                onClicked: root.merge.confirm()
            }
        }
    }
}
