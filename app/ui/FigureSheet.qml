import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts

/** “Make a figure”: its settings beside a preview of the page. */
Sheet {
    id: root

    required property FigureMaker figure
    required property Files files

    heading: qsTr("Make a figure")
    width: Math.min(1240, (parent?.width ?? 1240) - 64)
    height: Math.min(840, (parent?.height ?? 760) - 48)
    onClosed: root.figure.close()

    Connections {
        target: root.figure

        function onChanged(): void {
            if (root.figure.open)
                root.open()
            else
                root.close()
        }
    }

    contentItem: RowLayout {
        spacing: 24

        ColumnLayout {
            spacing: 12
            Layout.preferredWidth: 292
            Layout.maximumWidth: 292
            Layout.fillHeight: true

            Flickable {
                clip: true
                contentHeight: settings.implicitHeight
                boundsBehavior: Flickable.StopAtBounds
                ScrollBar.vertical: SlimScrollBar {}
                Layout.fillWidth: true
                Layout.fillHeight: true

                ColumnLayout {
                    id: settings

                    x: 3
                    width: parent.width - 15
                    spacing: 12

                    Field {
                        name: qsTr("Title")
                        hint: qsTr("Made from what is shown")
                        text: root.figure.title
                        line.onEditingFinished: root.figure.title = line.text
                        Layout.fillWidth: true
                    }
                    Field {
                        name: qsTr("Subtitle")
                        hint: qsTr("Made from what is shown")
                        text: root.figure.subtitle
                        line.onEditingFinished: root.figure.subtitle = line.text
                        Layout.fillWidth: true
                    }
                    Field {
                        name: qsTr("Credit")
                        hint: qsTr("Who made it")
                        text: root.figure.credit
                        line.onEditingFinished: root.figure.credit = line.text
                        Layout.fillWidth: true
                    }
                    Words {
                        text: qsTr("Page")
                        muted: true
                        font.pixelSize: 12
                        Layout.bottomMargin: -8
                    }
                    Choice {
                        model: root.figure.sizeNames
                        currentIndex: root.figure.size
                        Accessible.name: qsTr("Page")
                        onActivated: index => root.figure.size = index
                        Layout.fillWidth: true
                    }
                    Words {
                        text: qsTr("Extent")
                        muted: true
                        font.pixelSize: 12
                        Layout.bottomMargin: -8
                    }
                    Choice {
                        model: [qsTr("Everything that is shown"), qsTr("What the map shows now")]
                        currentIndex: root.figure.asSeen ? 1 : 0
                        Accessible.name: qsTr("Extent")
                        onActivated: index => root.figure.asSeen = index === 1
                        Layout.fillWidth: true
                    }
                    Words {
                        text: qsTr("Sharpness of a PNG")
                        muted: true
                        font.pixelSize: 12
                        Layout.bottomMargin: -8
                    }
                    Choice {
                        model: [qsTr("Screen, 96 dpi"), qsTr("Fine screen, 192 dpi"), qsTr("Print, 300 dpi")]
                        currentIndex: root.figure.dpi >= 300 ? 2 : root.figure.dpi >= 192 ? 1 : 0
                        Accessible.name: qsTr("Sharpness of a PNG")
                        onActivated: index => root.figure.dpi = [96, 192, 300][index]
                        Layout.fillWidth: true
                    }
                    Words {
                        text: qsTr("Colours")
                        muted: true
                        font.pixelSize: 12
                        Layout.bottomMargin: -8
                    }
                    Choice {
                        model: [qsTr("Light"), qsTr("Dark")]
                        currentIndex: root.figure.dark ? 1 : 0
                        Accessible.name: qsTr("Colours")
                        onActivated: index => root.figure.dark = index === 1
                        Layout.fillWidth: true
                    }
                    Words {
                        visible: root.figure.hasSensitive
                        text: qsTr("Sensitive places")
                        muted: true
                        font.pixelSize: 12
                        Layout.bottomMargin: -8
                    }
                    Choice {
                        visible: root.figure.hasSensitive
                        model: root.figure.blurNames
                        currentIndex: root.figure.blur
                        Accessible.name: qsTr("Sensitive places")
                        onActivated: index => root.figure.blur = index
                        Layout.fillWidth: true
                    }
                    Tick {
                        visible: root.figure.hasGraphic
                        words: qsTr("Print graphic words too")
                        checked: root.figure.graphicWords
                        onToggled: root.figure.graphicWords = checked
                        Layout.fillWidth: true
                    }
                    Words {
                        visible: text.length > 0
                        text: root.figure.withheld
                        muted: true
                        font.pixelSize: 12
                        wrapMode: Text.Wrap
                        Layout.fillWidth: true
                    }
                }
            }
            Words {
                visible: text.length > 0
                text: root.figure.problem
                font.weight: Font.DemiBold
                wrapMode: Text.Wrap
                Layout.fillWidth: true
            }
            Words {
                visible: root.figure.saved.length > 0
                text: qsTr("Saved: %1").arg(root.figure.saved)
                wrapMode: Text.WrapAnywhere
                Layout.fillWidth: true
            }
            RowLayout {
                spacing: 8

                PushButton {
                    text: qsTr("Close")
                    onClicked: root.figure.close()
                }
                PushButton {
                    text: qsTr("Save as…")
                    primary: true
                    onClicked: root.files.askFigure()
                }
            }
        }
        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true

            FigurePreview {
                anchors.fill: parent
                maker: root.figure
                Accessible.role: Accessible.Graphic
                Accessible.name: root.figure.alternativeText
            }
            BusyIndicator {
                anchors.right: parent.right
                anchors.top: parent.top
                anchors.margins: 8
                implicitWidth: 28
                implicitHeight: 28
                running: root.figure.busy
                palette.dark: root.palette.accent
            }
        }
    }
}
