"""Units, posts and holdings: what holds on a day, what is refused, and the tree that shows it."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from agency.models import Holding, Unit
from agency.tree import flatten, unit_tree
from tests import builders

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]

TODAY = date(2026, 11, 23)


def refused(row) -> dict:
    with pytest.raises(ValidationError) as caught:
        row.full_clean()
    return caught.value.message_dict


def shape(nodes):
    return [(depth, node.unit.name) for depth, node in flatten(nodes)]


def test_both_ends_of_a_period_belong_to_it():
    unit = builders.make_unit(valid_from=date(2025, 7, 1), valid_to=date(2026, 6, 30))
    days = [date(2025, 6, 30), date(2025, 7, 1), date(2026, 6, 30), date(2026, 7, 1)]
    assert [Unit.objects.current(day).filter(pk=unit.pk).exists() for day in days] == [
        False,
        True,
        True,
        False,
    ]
    assert [unit.is_current(day) for day in days] == [False, True, True, False]


def test_the_last_day_cannot_come_before_the_first():
    unit = builders.make_unit(valid_from=date(2025, 7, 1))
    unit.valid_to = date(2025, 6, 30)
    assert "valid_to" in refused(unit)
    with pytest.raises(IntegrityError), transaction.atomic():
        unit.save()


def test_a_unit_is_not_its_own_ancestor():
    top = builders.make_unit()
    middle = builders.make_unit(parent=top)
    low = builders.make_unit(parent=middle)
    for above in (top, middle, low):
        top.parent = above
        assert "parent" in refused(top)


def test_a_tree_stands_on_one_site():
    other = builders.make_site(hostname="b.example.vn")
    top = builders.make_unit()
    builders.make_unit(parent=top)
    top.site = other
    assert "site" in refused(top)
    stray = Unit(name="Văn phòng", site=other, parent=Unit.objects.get(pk=top.pk))
    assert "parent" in refused(stray)


def test_deputies_do_not_stand_in_a_circle():
    head = builders.make_post("Chủ tịch")
    deputy = builders.make_post("Phó Chủ tịch", unit=head.unit, deputises_for=head)
    for post in (head, deputy):
        head.deputises_for = post
        assert "deputises_for" in refused(head)


def test_a_unit_has_one_head_at_a_time():
    old = builders.make_post("Trưởng phòng", is_head=True, valid_to=date(2025, 6, 30))
    new = builders.make_post("Giám đốc", unit=old.unit, is_head=True, valid_from=date(2025, 7, 1))
    new.full_clean()
    new.valid_from = date(2025, 6, 30)
    assert "is_head" in refused(new)


def test_the_head_of_a_unit_is_one_person_at_a_time():
    post = builders.make_post("Chủ tịch", is_head=True)
    first = builders.make_holding(post=post, valid_from=date(2021, 6, 1))
    second = Holding(person=builders.make_person("Lê Văn Tám"), post=post, valid_from=date(2025, 7, 1))
    assert str(first.person) in refused(second)["post"][0]
    first.valid_to = date(2025, 6, 30)
    first.save()
    second.full_clean()


def test_nobody_holds_the_same_post_twice_at_once():
    held = builders.make_holding(valid_from=date(2025, 1, 1), valid_to=date(2025, 12, 31))
    again = Holding(person=held.person, post=held.post, valid_from=date(2025, 12, 31))
    assert "person" in refused(again)
    again.valid_from = date(2026, 1, 1)
    again.full_clean()


def test_a_post_that_is_no_head_may_be_shared():
    held = builders.make_holding()
    other = Holding(person=builders.make_person(), post=held.post)
    other.full_clean()
    assert list(other.shared_with()) == [held]


def test_who_heads_and_who_stands_in():
    unit = builders.make_unit("Ủy ban nhân dân xã")
    head = builders.make_post("Chủ tịch", unit=unit, is_head=True, rank=1)
    for rank, name in ((3, "Phó B"), (2, "Phó A")):
        post = builders.make_post(f"Phó Chủ tịch {name}", unit=unit, rank=rank, deputises_for=head)
        builders.make_holding(person=builders.make_person(name), post=post)
    assert unit.head(TODAY) is None
    builders.make_holding(person=builders.make_person("Chủ tịch A"), post=head, valid_from=date(2025, 7, 1))
    assert unit.head(TODAY).full_name == "Chủ tịch A"
    assert unit.head(date(2025, 6, 30)) is None
    assert unit.standing_deputy(TODAY).full_name == "Phó A"
    assert head.holder(TODAY).full_name == "Chủ tịch A"


def test_ending_a_holding_removes_the_person_everywhere():
    post = builders.make_post("Chủ tịch", is_head=True, is_leader=True)
    holding = builders.make_holding(post=post)
    site = post.unit.site
    assert Holding.objects.current(TODAY).leaders().get() == holding
    holding.valid_to = date(2026, 11, 22)
    holding.save()
    assert not Holding.objects.current(TODAY).for_site(site).leaders().exists()
    assert post.holder(TODAY) is None
    assert post.unit.head(TODAY) is None
    assert unit_tree(site, TODAY)[0].head is None
    assert post.holder(date(2026, 11, 22)) == holding.person, "history is kept"


@pytest.mark.parametrize("what", ["post", "unit"])
def test_a_holding_ends_with_its_post_and_its_unit(what):
    holding = builders.make_holding()
    ended = holding.post if what == "post" else holding.post.unit
    ended.valid_to = date(2025, 6, 30)
    ended.save()
    assert not Holding.objects.current(TODAY).exists()
    assert Holding.objects.current(date(2025, 6, 30)).get() == holding


def test_the_tree_nests_units_with_posts_and_holders():
    top = builders.make_unit("Ủy ban nhân dân xã", sort_order=2)
    office = builders.make_unit("Văn phòng", parent=top, sort_order=1)
    builders.make_unit("Phòng Kinh tế", parent=top, sort_order=2)
    builders.make_unit("Đảng ủy", sort_order=1)
    builders.make_post("Phó Chánh Văn phòng", unit=office, rank=2)
    chief = builders.make_post("Chánh Văn phòng", unit=office, rank=1, is_head=True)
    builders.make_holding(person=builders.make_person("Lê Văn Tám"), post=chief)
    tree = unit_tree(top.site)
    assert shape(tree) == [
        (0, "Đảng ủy"),
        (0, "Ủy ban nhân dân xã"),
        (1, "Văn phòng"),
        (1, "Phòng Kinh tế"),
    ]
    node = tree[1].children[0]
    assert [post.post.name for post in node.posts] == ["Chánh Văn phòng", "Phó Chánh Văn phòng"]
    assert node.head.full_name == "Lê Văn Tám"
    assert node.posts[1].holder is None


def test_units_below_an_ended_one_move_up():
    top = builders.make_unit("Ủy ban nhân dân huyện")
    ended = builders.make_unit("Phòng cũ", parent=top, valid_to=date(2025, 6, 30))
    builders.make_unit("Trung tâm", parent=ended)
    assert shape(unit_tree(top.site, TODAY)) == [(0, "Ủy ban nhân dân huyện"), (1, "Trung tâm")]
    assert shape(unit_tree(top.site, date(2025, 6, 1)))[-1] == (2, "Trung tâm")


def test_units_of_another_site_stay_there():
    builders.make_unit("Xã A")
    other = builders.make_site(hostname="b.example.vn")
    builders.make_unit("Xã B", site=other)
    assert shape(unit_tree(other)) == [(0, "Xã B")]


def test_a_circle_in_the_data_neither_hangs_nor_shows():
    top = builders.make_unit("A")
    low = builders.make_unit("B", parent=top)
    third = builders.make_unit("C", parent=low)
    Unit.objects.filter(pk=top.pk).update(parent=low)
    Unit.objects.exclude(pk=third.pk).update(valid_to=date(2025, 6, 30))
    assert shape(unit_tree(top.site, TODAY)) == [(0, "C")]
    assert shape(unit_tree(top.site, date(2025, 6, 1))) == []
    assert Unit.objects.in_tree_order().count() == 3


def test_a_tree_costs_three_queries_whatever_its_size(django_assert_num_queries):
    site = builders.make_site()
    top = builders.make_unit(site=site)
    for n in range(30):
        unit = builders.make_unit(parent=top, sort_order=n, focal_point=builders.make_person())
        builders.make_holding(post=builders.make_post(unit=unit, is_head=True))
    with django_assert_num_queries(3):
        nodes = [node for _depth, node in flatten(unit_tree(site))]
        shown = [(node.head, node.unit.focal_point, str(node.posts[0].holdings[0])) for node in nodes[1:]]
    assert len(shown) == 30


def test_predecessors_and_successors():
    old = builders.make_unit("Xã A", valid_to=date(2025, 6, 30))
    new = builders.make_unit("Xã mới", valid_from=date(2025, 7, 1), former_names="Xã A\nXã B")
    old.successors.add(new)
    assert list(new.predecessors.all()) == [old]
