pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic

/** The first rows of a table that is being mapped, as they would come in. */
ListView {
    id: root

    required property MappedRows rows
    required property color warning

    objectName: "mappingPreview"
    implicitHeight: contentHeight
    interactive: contentHeight > height
    clip: true
    model: root.rows
    boundsBehavior: Flickable.StopAtBounds
    Accessible.role: Accessible.List
    Accessible.name: qsTr("The first rows, as they come in")

    delegate: Item {
        id: row

        required property string title
        required property string when
        required property string where
        required property string problem
        readonly property bool failing: row.problem.length > 0

        width: ListView.view.width
        height: 24
        Accessible.role: Accessible.ListItem
        Accessible.name: row.failing ? row.problem : qsTr("%1, %2, %3").arg(row.title).arg(row.when).arg(row.where)

        Hairline {
            width: parent.width
            opacity: 0.5
        }
        Words {
            visible: row.failing
            anchors.fill: parent
            text: qsTr("⚠ Will fail: %1").arg(row.problem)
            color: root.warning
            font.pixelSize: 12
            lineHeight: 1
            verticalAlignment: Text.AlignVCenter
            elide: Text.ElideRight
        }
        Row {
            visible: !row.failing
            anchors.fill: parent
            spacing: 12

            Words {
                width: parent.width * 0.3
                height: parent.height
                text: row.title
                font.pixelSize: 13
                font.weight: Font.DemiBold
                lineHeight: 1
                verticalAlignment: Text.AlignVCenter
                elide: Text.ElideRight
            }
            Words {
                width: parent.width * 0.26
                height: parent.height
                text: row.when
                font.pixelSize: 12
                lineHeight: 1
                verticalAlignment: Text.AlignVCenter
                elide: Text.ElideRight
            }
            Words {
                width: parent.width * 0.44 - 24
                height: parent.height
                text: row.where
                font.pixelSize: 12
                lineHeight: 1
                verticalAlignment: Text.AlignVCenter
                elide: Text.ElideRight
            }
        }
    }
}
