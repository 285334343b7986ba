import QtQuick
import QtQuick.Controls.Basic

/** A button of two lines, as wide as it is given room. */
Button {
    id: root

    required property string title
    required property string detail

    implicitHeight: 46
    leftPadding: 8
    rightPadding: 8
    topPadding: 4
    bottomPadding: 4
    Accessible.name: `${root.title}, ${root.detail}`

    contentItem: Column {
        Words {
            width: parent.width
            text: root.title
            elide: Text.ElideRight
        }
        Words {
            width: parent.width
            text: root.detail
            muted: true
            font.pixelSize: 12
            elide: Text.ElideRight
        }
    }
    background: Rectangle {
        radius: 6
        color: root.down || root.checked ? root.palette.alternateBase
                                         : root.hovered ? Qt.alpha(root.palette.windowText, 0.06) : "transparent"

        FocusRing {
            shown: root.visualFocus
        }
    }
}
