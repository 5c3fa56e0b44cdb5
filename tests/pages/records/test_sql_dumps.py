"""Dumps of data bases of forums and blogs: each post once, with who wrote it, whatever stands in its text."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from support.growth import assert_linear
from textnorm import Post, read_records
from textnorm.cli import main
from textnorm.pages.records.read_records import records_in

HEAD = "-- MySQL dump 10.13  Distrib 8.0.33\n--\n-- Host: localhost    Database: it's a forum\n/*!40101 SET NAMES utf8mb4 */;\n"


def read(tmp_path: Path, text: str) -> list[Post]:
    path = tmp_path / "dump.sql"
    path.write_text(text, encoding="utf-8")
    return list(read_records(path))


def rows(posts: list[Post]) -> list[tuple[Any, ...]]:
    return [(p.id, p.title, p.author, p.date and p.date.isoformat(), p.body, p.kind) for p in posts]


PHPBB = (
    HEAD
    + r"""CREATE TABLE `phpbb_posts` (
  `post_id` int(10) UNSIGNED NOT NULL,
  `topic_id` int(10) NOT NULL,
  `poster_id` int(10) NOT NULL,
  `post_time` int(11) NOT NULL,
  `post_username` varchar(255) NOT NULL DEFAULT '',
  `post_subject` varchar(255) NOT NULL,
  `post_text` mediumtext NOT NULL COMMENT 'the text; all of it',
  `post_visibility` tinyint(3) NOT NULL,
  PRIMARY KEY (`post_id`)
) ENGINE=InnoDB;
INSERT INTO `phpbb_posts` VALUES (1,7,2,1582014600,'','باران &amp; باد','<t>او نمی‌آید;<br/>\n\'شاید\' فردا (ساعت ۸), گفت: it''s.</t>',1),(2,7,3,1582014700,'','Re: باران','<r><QUOTE author=\"نرگس\"><s>[quote=نرگس]</s>او<e>[/quote]</e></QUOTE><B><s>[b]</s>بله<e>[/b]</e></B></r>',1),
(3,7,1,1582014800,'رهگذر','','[b:1x2y]نه[/b:1x2y] <!-- s:) --><img src=\"x\" alt=\":)\" /><!-- s:) -->',0);
INSERT INTO `phpbb_posts` VALUES (2,7,3,1582014700,'','Re: باران','<r><QUOTE author=\"نرگس\"><s>[quote=نرگس]</s>او<e>[/quote]</e></QUOTE><B><s>[b]</s>بله<e>[/b]</e></B></r>',1);
CREATE TABLE `phpbb_users` (
  `user_id` int(10) NOT NULL,
  `username` varchar(255) NOT NULL,
  `user_sig` text
);
INSERT INTO `phpbb_users` VALUES (1,'Anonymous',NULL),(2,'نرگس','-- امضا;'),(3,'سارا',_binary 'x');
"""
)


def test_a_dump_of_phpbb(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    expected = [
        ("1", "باران & باد", "نرگس", "2020-02-18", "او نمی‌آید;\n'شاید' فردا (ساعت ۸), گفت: it's.", "post"),
        ("2", "Re: باران", "سارا", "2020-02-18", "او\nبله", "comment"),
        ("3", None, "رهگذر", "2020-02-18", "نه", "comment-held"),
    ]
    assert rows(read(tmp_path, PHPBB)) == expected
    assert main(["posts", "--json", str(tmp_path / "dump.sql")]) == 0
    assert [json.loads(line)["id"] for line in capfd.readouterr().out.splitlines()] == ["1", "2", "3"]


SMF = """-- phpMyAdmin SQL Dump
-- version 5.2
INSERT INTO `smf_messages` (`id_msg`, `id_topic`, `poster_time`, `subject`, `poster_name`, `body`, `approved`) VALUES
(5, 2, 1582014600, 'پرسش &quot;تازه&quot;', 'نرگس', 'سلام<br />چه خبر؟ [url=https://a.example]اینجا[/url] [نه این]', 1),
(6, 2, 1582014700, 'پاسخ', 'سارا', '&lt;b&gt; نشان است', 1);
"""
MYBB = """-- phpMyAdmin SQL Dump
CREATE TABLE IF NOT EXISTS `mybb_posts` (
  `pid` int, `x` int
);
INSERT INTO mybb_posts (pid, tid, subject, uid, username, dateline, message, visible) VALUES (1, 1, 'باد', 2, 'نرگس', 1582014600, 'a < b و [color=#f00]سرخ[/color][quote=x]بله[/quote]نه[*]\\r\\n\\r\\nپایان', 1);
"""
WORDPRESS = r"""-- MariaDB dump 10.19
INSERT INTO `wp_comments` (`comment_ID`, `comment_post_ID`, `comment_author`, `comment_date`, `comment_content`, `comment_approved`, `comment_type`) VALUES (4,9,'سارا','2020-02-19 08:00:00','خوب بود','1','comment'),(5,9,'x','2020-02-19 08:00:00','buy','spam','comment'),(6,9,'علی','2020-02-19 08:00:00','من هم','0','');
INSERT INTO `wp_posts` (`ID`,`post_author`,`post_date`,`post_content`,`post_title`,`post_status`,`post_type`,`post_modified`) VALUES (9,1,'2020-02-18 10:00:00','<p>او <b>نمی</b>‌آید.</p>\n\nپایان','باران','publish','post','2020-03-01 10:00:00'),(10,1,'2020-02-18 10:00:00','','','inherit','revision',NULL),(11,1,'0000-00-00 00:00:00','پیش‌نویس','باد','draft','post',NULL);
INSERT INTO `wp_users` (`ID`,`user_login`,`display_name`) VALUES (1,'admin','نرگس');
"""


def test_dumps_of_other_forums_and_of_wordpress(tmp_path: Path) -> None:
    assert rows(read(tmp_path, SMF)) == [
        ("5", 'پرسش "تازه"', "نرگس", "2020-02-18", "سلام\nچه خبر؟ اینجا [نه این]", "post"),
        ("6", "پاسخ", "سارا", "2020-02-18", "<b> نشان است", "comment"),
    ]
    assert rows(read(tmp_path, MYBB)) == [
        ("1", "باد", "نرگس", "2020-02-18", "a < b و سرخ\nبله\nنه\nپایان", "post")
    ]
    assert rows(read(tmp_path, WORDPRESS)) == [
        ("comment-4", None, "سارا", "2020-02-19", "خوب بود", "comment"),
        ("comment-5", None, "x", "2020-02-19", "buy", "spam"),
        ("comment-6", None, "علی", "2020-02-19", "من هم", "comment-held"),
        ("9", "باران", "نرگس", "2020-02-18", "او نمی\u200cآید.\nپایان", "post"),
        ("10", None, "نرگس", "2020-02-18", "", "revision"),
        ("11", "باد", "نرگس", None, "پیش‌نویس", "draft"),
    ]


def test_a_dump_that_ends_in_the_middle_gives_what_is_whole(tmp_path: Path) -> None:
    assert [p.id for p in read(tmp_path, SMF + "INSERT INTO `smf_messages` VALUES (9,'بی‌پایان")] == ["5", "6"]
    assert read(tmp_path, HEAD) == []


def test_text_with_signs_of_sql_is_no_dump(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no feed"):
        read(tmp_path, "-- یادداشت\nINSERT INTO x VALUES (1);\n")


def test_a_dump_is_read_in_linear_time() -> None:
    def many(size: int) -> None:
        text = (
            SMF.rstrip("\n ;")
            + "".join(f",\n({n}, 2, 1582014600, 's', 'n', 'a; (''b\\', [c]', 1)" for n in range(10, size))
            + ";\n"
        )
        list(records_in(io.BytesIO(text.encode())))

    def open_string(size: int) -> None:
        list(
            records_in(
                io.BytesIO((SMF + "INSERT INTO `smf_messages` VALUES (1,'" + "(;'',[b" * size).encode())
            )
        )

    assert_linear(many, 200, 1600, 8)
    assert_linear(open_string, 1000, 8000, 8)
