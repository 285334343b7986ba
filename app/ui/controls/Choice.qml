pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic

/** A choice of one out of a list. */
ComboBox {
    id: root

    implicitHeight: 34
    leftPadding: 12
    rightPadding: 32
    font.pixelSize: 14

    contentItem: Words {
        text: root.displayText
        elide: Text.ElideRight
        verticalAlignment: Text.AlignVCenter
        lineHeight: 1
    }

    indicator: Chevron {
        x: root.width - width - 12
        y: (root.height - height) / 2
        turned: root.popup.visible
    }

    background: Rectangle {
        radius: 6
        color: root.palette.base
        border.width: 1
        border.color: root.palette.mid

        FocusRing {
            shown: root.visualFocus
        }
    }

    delegate: ItemDelegate {
        id: row

        required property string modelData
        required property int index

        width: ListView.view.width
        height: 34
        highlighted: root.highlightedIndex === row.index

        contentItem: Words {
            text: row.modelData
            elide: Text.ElideRight
            verticalAlignment: Text.AlignVCenter
            lineHeight: 1
        }
        background: Rectangle {
            color: row.highlighted ? root.palette.alternateBase : "transparent"
        }
    }

    popup.padding: 1
    popup.background: Rectangle {
        radius: 6
        color: root.palette.base
        border.width: 1
        border.color: root.palette.mid
    }
}
