import QtQuick

/** Why words were taken as they were, beside them and inside its parent. */
Rectangle {
    id: root

    property string text: ""

    /** Stands under the words at (x, y), @p below of them, or above where there is no room. */
    function pointAt(x: real, y: real, below: real): void {
        root.x = Math.max(8, Math.min(root.parent.width - root.width - 8, x))
        root.y = y + below + 6 + root.height <= root.parent.height ? y + below + 6 : Math.max(4, y - root.height - 6)
    }

    z: 3
    width: Math.min(360, words.implicitWidth + 24)
    height: words.height + 16
    radius: 6
    color: root.palette.base
    border.width: 1
    border.color: root.palette.mid

    Words {
        id: words

        x: 12
        y: 8
        width: Math.min(implicitWidth, 336)
        text: root.text
        font.pixelSize: 12
        lineHeight: 1.25
        wrapMode: Text.Wrap
    }
}
