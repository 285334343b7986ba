pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

/** The losses that are reported, each with who reports it. */
ColumnLayout {
    id: root

    required property LossDraft losses

    spacing: 8

    Words {
        text: qsTr("Losses, as reported")
        muted: true
        font.pixelSize: 12
        Layout.bottomMargin: -4
    }
    Repeater {
        model: root.losses
        delegate: ColumnLayout {
            id: row

            required property int index
            required property int kind
            required property string number
            required property string ofWhom
            required property string reportedBy
            required property var model

            spacing: 6
            Layout.fillWidth: true

            RowLayout {
                spacing: 6
                Layout.fillWidth: true

                TextLine {
                    text: row.number
                    placeholderText: qsTr("49 or 49–60")
                    Accessible.name: qsTr("Number lost")
                    onTextEdited: row.model.number = text
                    Layout.fillWidth: true
                    Layout.preferredWidth: 3
                }
                Choice {
                    model: root.losses.kindNames
                    currentIndex: row.kind
                    Accessible.name: qsTr("Kind of loss")
                    onActivated: index => row.model.kind = index
                    Layout.fillWidth: true
                    Layout.preferredWidth: 3
                }
                IconButton {
                    name: qsTr("Remove this loss")
                    icon.source: "qrc:/qt/qml/Dateline/Ui/icons/close.svg"
                    onClicked: root.losses.remove(row.index)
                }
            }
            TextLine {
                text: row.ofWhom
                placeholderText: qsTr("Of whom: service personnel, civilians …")
                Accessible.name: qsTr("Of whom")
                onTextEdited: row.model.ofWhom = text
                Layout.fillWidth: true
            }
            TextLine {
                text: row.reportedBy
                placeholderText: qsTr("Who says so")
                Accessible.name: qsTr("Who reports this loss")
                onTextEdited: row.model.reportedBy = text
                Layout.fillWidth: true
                Layout.bottomMargin: 6
            }
        }
    }
    PushButton {
        quiet: true
        leftPadding: 0
        text: qsTr("Add a loss")
        onClicked: root.losses.add()
    }
}
