pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts

/** Which kind each word of a column of kinds stands for. */
Sheet {
    id: root

    required property MappingDesk desk

    objectName: "mappingKindsSheet"
    heading: qsTr("Words for kinds")
    width: Math.min(560, root.parent ? root.parent.width - 64 : 560)
    height: Math.min(520, root.parent ? root.parent.height - 64 : 520)

    contentItem: ColumnLayout {
        spacing: 12

        ListView {
            clip: true
            model: root.desk.kindWords
            boundsBehavior: Flickable.StopAtBounds
            cacheBuffer: 4000
            Accessible.role: Accessible.List
            Accessible.name: root.heading
            ScrollBar.vertical: SlimScrollBar {}
            Layout.fillWidth: true
            Layout.fillHeight: true

            delegate: RowLayout {
                id: row

                required property string word
                required property int kind
                required property int index

                width: ListView.view.width - 12
                height: 42
                spacing: 12

                Words {
                    text: row.word
                    elide: Text.ElideRight
                    Layout.fillWidth: true
                }
                Choice {
                    objectName: `mappingKindWord${row.index}`
                    model: root.desk.kindNames
                    currentIndex: row.kind
                    Accessible.name: qsTr("Kind that “%1” stands for").arg(row.word)
                    onActivated: index => root.desk.setKindOf(row.word, index)
                    Layout.preferredWidth: 260
                }
            }
        }
        PushButton {
            text: qsTr("Done")
            primary: true
            onClicked: root.close()
            Layout.alignment: Qt.AlignRight
        }
    }
}
