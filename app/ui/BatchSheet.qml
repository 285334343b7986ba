pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts

/** Many files taken in at once: how far it is, and what could not be read and why. */
Sheet {
    id: root

    required property IntakeBatch batch

    heading: root.batch.running ? qsTr("Reading documents") : qsTr("Documents read")
    width: Math.min(640, parent ? parent.width - 64 : 640)
    closePolicy: root.batch.running ? Popup.NoAutoClose : Popup.CloseOnEscape
    onClosed: root.batch.close()

    Connections {
        target: root.batch

        function onChanged(): void {
            if (root.batch.open)
                root.open()
            else
                root.close()
        }
    }

    contentItem: ColumnLayout {
        spacing: 12

        Words {
            objectName: "batchSummary"
            text: root.batch.summary
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
        ProgressLine {
            visible: root.batch.running
            name: root.batch.summary
            progress: root.batch.progress
            Layout.fillWidth: true
        }
        Words {
            visible: root.batch.running
            text: root.batch.currentName
            muted: true
            font.pixelSize: 12
            elide: Text.ElideMiddle
            maximumLineCount: 1
            Layout.fillWidth: true
        }
        Words {
            visible: text.length > 0
            text: root.batch.undatedText
            muted: true
            font.pixelSize: 12
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
        Words {
            visible: root.batch.failedCount > 0
            text: qsTr("Not read")
            font.weight: Font.DemiBold
            Layout.topMargin: 4
        }
        LineList {
            objectName: "batchFailures"
            visible: root.batch.failedCount > 0
            name: qsTr("Files that could not be read, and why")
            lines: root.batch.failures
            Layout.fillWidth: true
        }
        RowLayout {
            spacing: 8
            Layout.fillWidth: true
            Layout.topMargin: 8

            PushButton {
                visible: root.batch.failedCount > 0
                quiet: true
                leftPadding: 0
                objectName: "copyFailures"
                text: qsTr("Copy the list")
                onClicked: root.batch.copyFailures()
            }
            Item {
                Layout.fillWidth: true
            }
            PushButton {
                objectName: "batchDone"
                text: root.batch.running ? qsTr("Stop") : qsTr("Close")
                primary: !root.batch.running
                onClicked: {
                    if (root.batch.running)
                        root.batch.cancel()
                    else
                        root.batch.close()
                }
            }
        }
    }
}
