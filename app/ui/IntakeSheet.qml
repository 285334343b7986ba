import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts

/** “Read a document”: a file, a pasted text, or a dropped one, and what the program cannot know about it. */
Sheet {
    id: root

    required property Intake intake
    required property Files files
    readonly property bool ready: root.intake.state === Intake.Ready

    heading: qsTr("Read documents")
    width: 640
    closePolicy: root.intake.state === Intake.Keeping ? Popup.NoAutoClose : Popup.CloseOnEscape
    onClosed: root.intake.cancel()

    Connections {
        target: root.intake

        function onChanged(): void {
            if (root.intake.state !== Intake.Closed)
                root.open()
            else
                root.close()
        }
    }

    contentItem: ColumnLayout {
        spacing: 12

        Words {
            visible: !root.ready
            text: qsTr("The program reads them for places, times and what happened, and offers what it finds for review. Nothing leaves this computer.")
            muted: true
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
        RowLayout {
            visible: root.intake.state === Intake.Asking
            spacing: 8

            PushButton {
                text: qsTr("Choose files…")
                onClicked: root.files.askDocument()
            }
            PushButton {
                text: qsTr("Choose a folder…")
                onClicked: root.files.askFolder()
            }
            Words {
                text: qsTr("or paste the text here:")
                muted: true
            }
        }
        ScrollView {
            visible: root.intake.state === Intake.Asking
            Layout.fillWidth: true
            Layout.preferredHeight: 200

            TextArea {
                id: pasted

                textFormat: TextEdit.PlainText
                wrapMode: TextEdit.Wrap
                font.family: "Noto Serif"
                font.pixelSize: 14
                color: root.palette.windowText
                Accessible.name: qsTr("Text of the document")
                background: Rectangle {
                    radius: 6
                    color: root.palette.base
                    border.width: pasted.activeFocus ? 2 : 1
                    border.color: pasted.activeFocus ? root.palette.accent : root.palette.mid
                }
            }
        }
        RowLayout {
            visible: root.intake.state === Intake.Reading || root.intake.state === Intake.Keeping
            spacing: 12
            Layout.preferredHeight: 200

            BusyIndicator {
                implicitWidth: 32
                implicitHeight: 32
                palette.dark: root.palette.accent
            }
            Words {
                text: root.intake.state === Intake.Keeping ? qsTr("Keeping it in the case…") : qsTr("Taking the text in…")
            }
        }
        Words {
            visible: root.ready
            text: root.intake.opening
            font.family: "Noto Serif"
            wrapMode: Text.Wrap
            elide: Text.ElideRight
            maximumLineCount: 5
            Layout.fillWidth: true
        }
        Words {
            visible: root.ready
            text: root.intake.measure
            muted: true
            font.pixelSize: 12
        }
        GridLayout {
            visible: root.ready
            columns: 2
            columnSpacing: 12
            rowSpacing: 12
            Layout.fillWidth: true

            Field {
                name: qsTr("Published on")
                hint: qsTr("2022-09-13 or 2022-09-13T14:00")
                text: root.intake.published
                onEdited: text => root.intake.published = text
                Layout.fillWidth: true
            }
            Field {
                name: qsTr("Time zone of that date")
                hint: qsTr("UTC, UTC+04:00 or Asia/Yerevan")
                text: root.intake.zone
                onEdited: text => root.intake.zone = text
                Layout.fillWidth: true
            }
            Field {
                name: qsTr("Title")
                text: root.intake.title
                onEdited: text => root.intake.title = text
                Layout.fillWidth: true
            }
            Field {
                name: qsTr("Publisher")
                text: root.intake.publisher
                onEdited: text => root.intake.publisher = text
                Layout.fillWidth: true
            }
            Field {
                name: qsTr("Address (kept as text, never opened)")
                text: root.intake.address
                onEdited: text => root.intake.address = text
                Layout.fillWidth: true
                Layout.columnSpan: 2
            }
        }
        Words {
            visible: root.ready && root.intake.published.length === 0
            text: qsTr("Without a date of publication, words such as “on Tuesday” cannot be placed in time.")
            muted: true
            font.pixelSize: 12
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
        Words {
            visible: text.length > 0
            text: root.intake.problem
            font.weight: Font.DemiBold
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
        RowLayout {
            spacing: 8
            Layout.alignment: Qt.AlignRight
            Layout.topMargin: 8

            PushButton {
                enabled: root.intake.state !== Intake.Keeping
                text: qsTr("Cancel")
                onClicked: root.intake.cancel()
            }
            PushButton {
                visible: root.intake.state === Intake.Asking
                enabled: pasted.length > 0
                text: qsTr("Take this text")
                primary: true
                onClicked: {
                    root.intake.takeText(pasted.text)
                    pasted.clear()
                }
            }
            PushButton {
                visible: root.ready
                text: qsTr("Read it")
                primary: true
                onClicked: root.intake.confirm()
            }
        }
    }
}
