//! What every database must do. Each case takes an empty [`store::Store`] and knows nothing of what is under
//! it; `on_every_database!` names them all once, and runs them over SQLite and PostgreSQL.

mod agenda;
mod articles;
mod change_search;
mod halts;
mod lists;
mod memories;
mod merges;
mod model;
mod outlets;
mod readings;
mod search;
mod visits;
mod watched;
mod withdrawals;

macro_rules! on_every_database {
    ($($module:ident :: $case:ident),* $(,)?) => {
        mod on_sqlite {
            $(#[test]
            fn $case() {
                let dir = tempfile::tempdir().unwrap();
                super::$module::$case(&crate::stage::open(dir.path()));
            })*
        }
        mod on_postgres {
            $(#[test]
            fn $case() {
                let Some(schema) = crate::stage::Schema::new() else { return };
                super::$module::$case(&schema.open());
            })*
        }
    };
}

on_every_database! {
    agenda::articles_never_looked_at_come_before_overdue_ones,
    agenda::hosts_take_turns,
    agenda::a_host_has_a_limit_in_flight,
    agenda::a_flood_of_new_articles_leaves_room_for_looks_again,
    agenda::a_leased_article_is_nobody_elses_until_the_lease_ends,
    agenda::released_articles_are_due_as_planned,
    agenda::an_article_asked_for_is_due_now_even_after_the_end,
    agenda::due_carries_what_a_visit_needs,
    articles::a_key_names_one_article_for_ever,
    articles::aliases_find_their_article_and_are_never_taken_from_another,
    articles::a_moved_article_keeps_its_id_and_tells_where_it_stood,
    articles::what_a_feed_told_of_its_newest_articles_is_known,
    articles::an_address_without_a_host_is_refused,
    articles::text_that_no_database_keeps_is_kept_alike,
    articles::the_longest_keys_and_addresses_are_kept_whole_and_apart,
    halts::a_paused_article_is_never_due_and_its_plan_stays,
    halts::a_lease_in_flight_ends_as_leases_do_and_then_the_halt_holds,
    halts::a_paused_outlet_takes_its_feeds_and_all_its_articles_along,
    halts::what_is_removed_is_brought_back_by_adding_alone,
    halts::ids_given_before_are_given_again_and_never_to_others,
    halts::the_ledgers_mark_is_kept,
    lists::changes_page_newest_first_without_repeats_or_holes,
    lists::articles_page_newest_first,
    lists::what_was_never_an_article_is_not_listed,
    lists::what_only_the_reader_made_is_not_listed,
    lists::status_counts_everything,
    memories::what_was_learnt_of_an_outlet_and_its_epochs_are_kept,
    memories::what_another_reader_makes_of_an_article_is_counted_and_found_by,
    memories::a_version_that_is_shown_and_was_the_readers_own_gives_way_to_the_one_before,
    merges::the_keys_of_a_merged_article_lead_to_the_other,
    merges::an_article_keeps_its_first_key_from_one_that_moved_there,
    merges::a_merged_article_is_looked_at_no_more,
    merges::what_was_recorded_under_either_id_stays,
    merges::what_speaks_against_a_merge_is_told,
    merges::a_withdrawal_holds_in_every_record,
    merges::records_of_one_article_do_not_bring_back_what_is_withdrawn_in_another,
    merges::merges_done_again_end_where_they_ended,
    model::timelines_equal_the_model,
    outlets::a_domain_names_one_outlet,
    outlets::feeds_are_polled_when_due,
    outlets::a_feed_moves_to_an_address_that_no_other_has,
    readings::every_reading_comes_back_as_it_was,
    readings::readers_keep_their_own_readings,
    search::versions_are_found_by_what_they_say,
    search::versions_in_a_row_that_say_it_are_one_hit,
    search::what_is_found_pages_newest_first_without_repeats_or_holes,
    search::what_is_withdrawn_or_the_readers_own_is_not_found,
    search::long_texts_are_found_by_their_last_words,
    search::a_search_that_takes_too_long_says_how_far_it_came,
    search::a_version_is_found_by_every_phrase_that_it_says_and_no_other,
    change_search::changes_are_found_by_what_came_and_went,
    change_search::found_changes_page_newest_first_without_repeats_or_holes,
    change_search::changes_that_are_withdrawn_or_the_readers_own_are_not_found,
    change_search::a_later_notice_tells_of_an_earlier_change,
    visits::a_visit_recorded_twice_counts_once,
    visits::the_first_time_of_publication_stays,
    visits::a_lost_lease_fences_its_visits,
    visits::a_change_is_confirmed_by_a_second_look,
    visits::a_change_is_reverted_when_the_text_before_comes_back,
    visits::an_error_in_the_middle_leaves_nothing,
    visits::visits_that_contradict_the_record_are_refused,
    visits::captures_move_and_bodies_are_kept_while_needed,
    visits::the_archives_end_goes_with_its_visits,
    visits::looks_after_a_power_cut_keep_their_numbers,
    watched::what_robots_txt_refuses_is_kept_until_a_look_is_made,
    watched::looks_are_counted_by_hour_for_three_days,
    watched::alarms_ring_for_the_outlet_whose_readings_lost_something,
    watched::a_burst_counts_articles_and_not_their_changes,
    watched::a_feed_says_how_its_polls_go,
    withdrawals::a_withdrawn_version_is_shown_nowhere,
    withdrawals::changes_that_were_shown_and_are_withdrawn_are_told,
    withdrawals::a_withdrawn_article_is_shown_nowhere_and_can_come_back,
    withdrawals::a_text_that_comes_back_stays_withdrawn,
    withdrawals::the_feeds_title_is_not_shown_for_a_version_that_is_not,
    withdrawals::deeds_done_again_end_where_they_ended,
    withdrawals::what_is_withdrawn_before_it_is_known_is_never_shown,
}
