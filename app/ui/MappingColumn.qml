pragma ComponentBehavior: Bound

import QtQuick

/** A column of a table that is being mapped: what it says, its name, and its first cells. */
Column {
    id: root

    required property string name
    required property int says
    required property bool used
    required property list<string> cells
    required property list<string> problems
    required property list<string> saysNames
    required property int number

    required property color warning

    signal chosen(says: int)
    /** The keyboard is in it. */
    signal reached

    Choice {
        objectName: `mappingSays${root.number}`
        width: root.width
        model: root.saysNames
        currentIndex: root.says
        font.pixelSize: 13
        leftPadding: 10
        Accessible.name: qsTr("What the column “%1” says").arg(root.name)
        popup.width: Math.max(root.width, 220)
        onActivated: index => root.chosen(index)
        onActiveFocusChanged: {
            if (activeFocus)
                root.reached()
        }
    }
    Words {
        width: root.width
        height: 24
        verticalAlignment: Text.AlignBottom
        leftPadding: 10
        rightPadding: 6
        text: root.name
        font.pixelSize: 12
        font.weight: Font.DemiBold
        elide: Text.ElideRight
    }
    Repeater {
        model: root.cells

        Rectangle {
            id: cell

            required property string modelData
            required property int index
            readonly property string problem: root.problems[cell.index] ?? ""

            width: root.width
            height: 22
            color: cell.problem.length > 0 ? Qt.alpha(root.warning, 0.16) : "transparent"
            Accessible.role: Accessible.Cell
            Accessible.name: cell.problem.length > 0 ? qsTr("%1: %2").arg(cell.modelData).arg(cell.problem) : cell.modelData

            Words {
                anchors.fill: parent
                leftPadding: 10
                rightPadding: 6
                text: cell.problem.length > 0 ? qsTr("⚠ %1").arg(cell.modelData) : cell.modelData
                muted: !root.used
                font.pixelSize: 12
                lineHeight: 1
                verticalAlignment: Text.AlignVCenter
                elide: Text.ElideRight
            }
            HoverHandler {
                id: hover
            }
            Tip {
                visible: hover.hovered && (cell.problem.length > 0 || cell.modelData.length > 20)
                text: cell.problem.length > 0 ? cell.problem : cell.modelData
            }
        }
    }
}
